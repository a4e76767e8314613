import type { UnitFacts } from './state.ts';

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

export interface NewBuilding {
	id: string;
	propertyAreaId: string;
	name: string;
}
type PlannedUnit = UnitFacts & { id: string; buildingId: string; propertyAreaId: string };
interface PlannedHousehold {
	id: string;
	code: string;
	unitId: string;
	headName: string;
}
export interface OwnershipFacts {
	share?: string;
	evidence?: string;
	registeredOn?: string;
}

/** The rows that an import writes: nothing is decided after this. */
export interface ImportPlan {
	buildings: NewBuilding[];
	units: { added: PlannedUnit[]; changed: PlannedUnit[] };
	households: { added: PlannedHousehold[]; changed: PlannedHousehold[] };
	people: { added: { id: string; name: string; adult: boolean }[]; grown: { id: string; adult: boolean }[] };
	secrets: { personId: string; phone?: string; idNumber?: string }[];
	residencies: { added: { householdId: string; personId: string }[]; confirmed: string[] };
	ownerships: {
		added: ({ unitId: string; personId: string } & OwnershipFacts)[];
		changed: ({ id: string } & OwnershipFacts)[];
	};
	left: {
		residents: { householdId: string; personId: string; name: string; unit: string }[];
		owners: { id: string; name: string; unit: string }[];
	};
}

export function countsOf(plan: ImportPlan): ImportCounts {
	const { buildings, units, households, people, secrets, ownerships, left } = plan;
	const isNew = new Set(people.added.map(({ id }) => id));
	const changed = new Set([...people.grown.map(({ id }) => id), ...secrets.map(({ personId }) => personId)]);
	const lengths = ({ added, changed }: { added: unknown[]; changed: unknown[] }) => ({
		added: added.length,
		changed: changed.length
	});
	return {
		buildings: buildings.length,
		units: lengths(units),
		households: lengths(households),
		people: { added: isNew.size, changed: [...changed].filter((id) => !isNew.has(id)).length },
		owners: lengths(ownerships),
		left: { residents: left.residents.length, owners: left.owners.length }
	};
}

export const emptyPlan = (): ImportPlan => ({
	buildings: [],
	units: { added: [], changed: [] },
	households: { added: [], changed: [] },
	people: { added: [], grown: [] },
	secrets: [],
	residencies: { added: [], confirmed: [] },
	ownerships: { added: [], changed: [] },
	left: { residents: [], owners: [] }
});
