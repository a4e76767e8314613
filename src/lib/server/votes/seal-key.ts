import { eq } from 'drizzle-orm';
import type { Database, Db } from '../db/client.ts';
import { sealKey, type vote } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { openerOf } from './seal-choice.ts';

/** The key to which a vote's choices are sealed, if they are. */
export async function sealKeyOf({ sql }: Database, voteId: string): Promise<string | null> {
	const [row] = await sql<{ key: string }[]>`select key from seal_key where vote_id = ${voteId}`;
	return row?.key ?? null;
}

/** Reads what ballots say as one text: as it is, or opened with the vote's key. For the count alone. */
export async function choiceReader(db: Db, row: Pick<typeof vote.$inferSelect, 'id' | 'secrecy'>) {
	if (row.secrecy !== 'sealed') return (choice: readonly string[]) => choice.join('+');
	const [own] = await db.select().from(sealKey).where(eq(sealKey.voteId, row.id));
	const open = openerOf(row.id, own!.wrappedKey!);
	return ([sealed]: readonly string[], ballotId: string) => open(sealed!, ballotId);
}

/** Nobody opens what is still sealed: the votes that were replaced, or all of one that was annulled. */
export async function destroySealKey(a: Act, voteId: string): Promise<void> {
	await a.db.update(sealKey).set({ wrappedKey: null }).where(eq(sealKey.voteId, voteId));
}
