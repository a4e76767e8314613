import { eq } from 'drizzle-orm';
import type { Database, Db } from '../db/client.ts';
import { sealKey, type vote } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { openerOf } from './seal-choice.ts';

/** Keys of announced votes by id, for they never change; null: choices are not sealed. */
const known = new Map<string, string | null>();

/** The key to which a vote's choices are sealed, if they are. */
export async function sealKeyOf({ sql }: Database, voteId: string): Promise<string | null> {
	const found = known.get(voteId);
	if (found !== undefined) return found;
	const [row] = await sql<{ key: string | null }[]>`
		select k.key from vote v left join seal_key k on k.vote_id = v.id where v.id = ${voteId} and v.phi is not null`;
	if (row) known.set(voteId, row.key);
	return row?.key ?? null;
}

/** Reads the choices of ballots: as they are, or opened with the vote's key. For the count alone. */
export async function choiceReader(db: Db, row: Pick<typeof vote.$inferSelect, 'id' | 'secrecy'>) {
	if (row.secrecy !== 'sealed') return (choice: string) => choice;
	const [own] = await db.select().from(sealKey).where(eq(sealKey.voteId, row.id));
	return openerOf(row.id, own!.wrappedKey!);
}

/** Nobody opens what is still sealed: the votes that were replaced, or all of one that was annulled. */
export async function destroySealKey(a: Act, voteId: string): Promise<void> {
	await a.db.update(sealKey).set({ wrappedKey: null }).where(eq(sealKey.voteId, voteId));
}
