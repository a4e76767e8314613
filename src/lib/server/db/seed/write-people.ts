import { person } from '../schema/index.ts';
import { insertRows } from '../insert-rows.ts';
import type { Known, World } from './world.ts';

/** Enters people, so that rows which point at them can follow. */
export async function writePeople(world: World, people: readonly Known[]): Promise<void> {
	const rows = people.map(({ id, name, adult, since }) => ({ id, name, adult, createdAt: since }));
	await insertRows(world.db, person, rows);
	for (const known of people) world.people.set(known.id, known);
}
