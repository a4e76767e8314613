/** What an import does, counted: shown before it is done and kept afterwards. */
export interface ImportCounts {
	buildings: number;
	units: { added: number; changed: number };
	households: { added: number; changed: number };
	people: { added: number; changed: number };
	owners: { added: number; changed: number };
	/** On the earlier list, with no account of their own, and not in this file: they no longer count there. */
	left: { residents: number; owners: number };
}
