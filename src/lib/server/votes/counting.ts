import { eq, sql } from 'drizzle-orm';
import type { Tally } from '#lib/domain/votes/secret-record.schema.ts';
import { mayVote, signsFor } from '#lib/domain/votes/votes.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { secretVote } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { signOffUntil } from './close-secret-vote.ts';
import { voteToRead, type VoteRow } from './load-vote.ts';
import { signersOf } from './publish-secret-vote.ts';
import { drawsOf, readingsOf, secretVoteOf, signOffsOf } from './secret-ballots.ts';

/** What a secret vote waits for between its end and its publication; no choice of anybody is in it. */
export interface Counting {
	drawn: { online: number; paper: number };
	/** Ballots that were cast; on paper, once the box is counted. */
	cast: { online: number; paper: number | null };
	/** Once the box is counted: the root over all ballots, and until when it may be signed off. */
	root: string | null;
	until: Date | null;
	/** Null: no paper was given out. */
	box: { readings: number; settled: boolean; mine: Tally | null } | null;
	signers: { id: string; name: string; at: Date | null; mine: boolean }[];
}

export async function countingOf(ctx: Context, row: VoteRow): Promise<Counting> {
	const { db } = ctx.database;
	const own = await secretVoteOf(db, row.id);
	const [draws, readings, signOffs, signers] = await Promise.all([
		drawsOf(db, row.id),
		readingsOf(db, row.id),
		signOffsOf(db, row.id),
		signersOf(db, row)
	]);
	const mine = readings.find((one) => one.personId === ctx.actor?.personId)?.tally ?? null;
	return {
		drawn: { online: draws.online.length, paper: draws.paper.length },
		cast: { online: own.cast!, paper: own.paper },
		root: own.root,
		until: own.sealedAt && signOffUntil(own.sealedAt),
		box: draws.paper.length ? { readings: readings.length, settled: own.sealedAt !== null, mine } : null,
		signers: signers.map(({ id, name }) => ({
			id,
			name,
			at: signOffs.find((signed) => signed.id === id)?.at ?? null,
			mine: signsFor(ctx.actor, id)
		}))
	};
}

/** What the voter needs to draw or to go on: per own entry whether a ballot was drawn, and the locked secrets of it. */
export interface OwnDraw {
	id: string;
	label: string;
	drawn: 'online' | 'paper' | null;
	signature: string | null;
	bundle: string | null;
}

/** Own entries of a secret vote with the key to draw by. Refusals: `votes.not-found`, `votes.not-secret`, the policy's. */
export async function ownDraws(
	ctx: Context,
	id: string
): Promise<Result<{ row: VoteRow; key: string; entries: OwnDraw[] }>> {
	const { db, sql: query } = ctx.database;
	const found = await voteToRead(ctx, id, 'see');
	if (!found.ok) return found;
	const [own] = await db.select({ key: secretVote.key }).from(secretVote).where(eq(secretVote.voteId, id));
	if (!own) return refuse('votes.not-secret');
	const allowed = mayVote(ctx.actor, 'cast', found.value.facts);
	if (!allowed.ok) return allowed;
	const entries = await query<OwnDraw[]>`
		select e.id, e.label, d.channel as drawn, d.signature, d.bundle
		from vote_voter w join roll_entry e on e.id = w.entry_id
			left join secret_draw d on d.vote_id = ${id} and d.entry_id = w.entry_id
		where w.vote_id = ${id} and w.person_id = ${ctx.actor!.personId}
		order by e.label, e.id`;
	return ok({ row: found.value.row, key: own.key, entries: [...entries] });
}

/** Everybody who drew a ballot of a secret vote, for those who watch over it. Refusals: `votes.not-found`, the policy's. */
export async function drawnList(ctx: Context, id: string) {
	const found = await voteToRead(ctx, id, 'see');
	if (!found.ok) return found;
	if (found.value.row.secrecy !== 'secret') return refuse('votes.not-found');
	const allowed = mayVote(ctx.actor, 'see-drawn', found.value.facts);
	if (!allowed.ok) return allowed;
	const rows = await ctx.database.db.execute<{ id: string; label: string; channel: 'online' | 'paper' }>(sql`
		select e.id, e.label, d.channel from secret_draw d join roll_entry e on e.id = d.entry_id
		where d.vote_id = ${id} order by e.label, e.id`);
	return ok([...rows]);
}
