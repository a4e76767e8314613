import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { ballotsOfBox, settledBox } from '#lib/domain/votes/box.ts';
import { keepsClosed, treeOf } from '#lib/domain/votes/secret-record.ts';
import { boxReading, secretBallot, secretVote } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import type { VoteRow } from './load-vote.ts';
import { drawsOf, openingsOf, readingsOf } from './secret-ballots.ts';

const DAY = 86_400_000;

/** So long after the ballots were sealed the result is published, whoever has not signed off by then. */
export const signOffUntil = (sealedAt: Date): Date => new Date(sealedAt.getTime() + DAY);

/** Ends casting: ballots and draws are shuffled, the key and all that led from a draw to a ballot is destroyed. */
export async function closeSecretVote(a: Act, row: VoteRow): Promise<void> {
	await a.db.execute(sql`select close_secret_vote(${row.id})`);
	const cast = await a.db.$count(secretBallot, eq(secretBallot.voteId, row.id));
	await a.db.update(secretVote).set({ wrappedKey: null, cast }).where(eq(secretVote.voteId, row.id));
}

/**
 * Seals the ballots once the box is counted alike by two, or at once where no paper was given out: what was in the box lies
 * among the others, the counts of it are destroyed, and the root is shown for the parties to sign off before anybody sees a
 * choice. Until then it does nothing. The vote's row is locked by the caller.
 */
export async function sealWhenCounted(a: Act, row: VoteRow): Promise<void> {
	const { paper: given } = await drawsOf(a.db, row.id);
	const box = given.length === 0 ? null : settledBox(await readingsOf(a.db, row.id));
	if (given.length > 0 && box === null) return;
	const online = await openingsOf(a.db, row.id);
	const paper = box ? ballotsOfBox(box, (bytes) => randomBytes(bytes).toString('hex')) : [];
	if (paper.length > 0) await a.db.execute(sql`select mix_secret_ballots(${row.id}, ${JSON.stringify(paper)})`);
	await a.db.delete(boxReading).where(eq(boxReading.voteId, row.id));
	const { root } = treeOf(row.phi!, [...online, ...paper]);
	await a.db
		.update(secretVote)
		.set({ paper: paper.length, root, sealedAt: a.now, outcomeOnly: keepsClosed(online, paper) })
		.where(eq(secretVote.voteId, row.id));
	await setClock(a, ['vote', row.id], 'publication', signOffUntil(a.now));
}
