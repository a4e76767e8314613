import type { Database } from '../db/client.ts';

const known = new WeakMap<Pick<Database, 'sql'>, boolean>();

/** Was this installation filled with the demo community (setting `demo`, written by the seed)? Such a one never turns real. */
export async function isDemo(database: Pick<Database, 'sql'>): Promise<boolean> {
	if (known.get(database)) return true;
	const [row] = await database.sql<{ demo: boolean }[]>`
		select exists (select from setting where key = 'demo' and value = 'true') as demo`;
	if (row!.demo) known.set(database, true);
	return row!.demo;
}
