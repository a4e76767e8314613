/** One thing that was measured, and what it must keep. */
export interface Figure {
	what: string;
	value: number;
	unit: string;
	/** The same of others in the same run, by their names. */
	beside?: Record<string, number>;
	bound?: { says: string; holds: (value: number) => boolean };
}

export const atLeast = (least: number) => ({ says: `at least ${least}`, holds: (value: number) => value >= least });
export const atMost = (most: number) => ({ says: `at most ${most}`, holds: (value: number) => value <= most });

/** So many times a second `work` was done by `clients` at once, for `seconds`. */
export async function rate(clients: number, seconds: number, work: (nth: number) => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	const end = begun + seconds * 1000;
	let done = 0;
	let next = 0;
	const client = async () => {
		for (; performance.now() < end; done++) await work(next++);
	};
	await Promise.all(Array.from({ length: clients }, client));
	return done / ((performance.now() - begun) / 1000);
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
