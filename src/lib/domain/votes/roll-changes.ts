/** An entry of the roll as it is compared: what it is known by, and how roll members read it. */
export interface RollText {
	key: string;
	text: string;
}

export interface RollChange {
	was: string | null;
	now: string | null;
}

/** What a roll made anew has in place of the one that was laid open: entries gone, new, or written otherwise. */
export function rollChanges(before: readonly RollText[], after: readonly RollText[]): RollChange[] {
	const [old, fresh] = [before, after].map((roll) => new Map(roll.map(({ key, text }) => [key, text]))) as [
		Map<string, string>,
		Map<string, string>
	];
	const keys = [...new Set([...old.keys(), ...fresh.keys()])];
	return keys
		.map((key) => ({ was: old.get(key) ?? null, now: fresh.get(key) ?? null }))
		.filter(({ was, now }) => was !== now)
		.toSorted((a, b) => ((a.now ?? a.was)! < (b.now ?? b.was)! ? -1 : 1));
}
