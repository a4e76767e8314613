import { and, eq, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { DrawRequest } from '#lib/domain/votes/votes.schema.ts';
import { secretDraw, secretVote } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { signBlinded } from './draw-key.ts';
import { endOf, entriesOf, voteFor, type VoteRow } from './load-vote.ts';
import { drawTable } from './secret-ballots.ts';

/**
 * Draws the one ballot of an entry: signs what the voter's browser blinded. Asked again with the same it answers the same,
 * so that no broken connection costs the right to vote. Refusals: the policy's, `votes.not-open-yet`, `votes.closed`,
 * `votes.not-secret`, `votes.not-on-the-roll`, `votes.drawn-on-paper`, `votes.already-drawn`, `form.unreadable`.
 */
export async function drawBallot(
	ctx: Context,
	voteId: string,
	draw: DrawRequest
): Promise<Result<{ signature: string }>> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'cast');
		if (!found.ok) return found;
		const { row } = found.value;
		const open = isDrawing(row, a.now);
		if (!open.ok) return open;
		const entries = await entriesOf(a.db, voteId, a.actor!.personId);
		if (!entries.has(draw.entry)) return refuse('votes.not-on-the-roll');
		const before = await drawOf(a, voteId, draw.entry);
		if (before?.channel === 'paper') return refuse('votes.drawn-on-paper');
		if (before)
			return before.blinded === draw.blinded ? ok({ signature: before.signature! }) : refuse('votes.already-drawn');
		const [own] = await a.db.select().from(secretVote).where(eq(secretVote.voteId, voteId));
		const signature = signBlinded(voteId, own!.wrappedKey!, draw.blinded);
		if (signature === null) return refuse('form.unreadable');
		await noteDraw(a, row, {
			entryId: draw.entry,
			channel: 'online',
			blinded: draw.blinded,
			signature,
			bundle: draw.bundle
		});
		return ok({ signature });
	});
}

/**
 * Notes that an entry was given a paper ballot at the desk and signed for it; the ballot goes into the box unmarked.
 * Refusals: the policy's, `votes.not-open-yet`, `votes.closed`, `votes.not-secret`, `votes.not-on-the-roll`, `votes.already-drawn`.
 */
export async function giveOutPaper(ctx: Context, voteId: string, entryId: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'keep-register');
		if (!found.ok) return found;
		const open = isDrawing(found.value.row, a.now);
		if (!open.ok) return open;
		const [entry] = await a.db.execute(sql`select 1 from roll_entry where id = ${entryId} and vote_id = ${voteId}`);
		if (!entry) return refuse('votes.not-on-the-roll');
		if (await drawOf(a, voteId, entryId)) return refuse('votes.already-drawn');
		await noteDraw(a, found.value.row, { entryId, channel: 'paper', blinded: null, signature: null, bundle: null });
		return ok();
	});
}

function isDrawing(row: VoteRow, now: Date): Result {
	if (row.secrecy !== 'secret') return refuse('votes.not-secret');
	if (row.state === 'draft' || row.state === 'announced') return refuse('votes.not-open-yet');
	return row.state === 'open' && now < endOf(row) ? ok() : refuse('votes.closed');
}

async function drawOf(a: Act, voteId: string, entryId: string) {
	const [draw] = await a.db
		.select()
		.from(secretDraw)
		.where(and(eq(secretDraw.voteId, voteId), eq(secretDraw.entryId, entryId)));
	return draw;
}

type Draw = Pick<typeof secretDraw.$inferSelect, 'entryId' | 'channel' | 'blinded' | 'signature' | 'bundle'>;

/** The vote's row is locked, so draws of one entry follow one another. */
async function noteDraw(a: Act, row: VoteRow, draw: Draw): Promise<void> {
	await a.db.execute(sql`
		insert into ${drawTable(row.id)} (vote_id, entry_id, channel, person_id, blinded, signature, bundle)
		values (${row.id}, ${draw.entryId}, ${draw.channel}, ${a.actor!.personId}, ${draw.blinded}, ${draw.signature}, ${draw.bundle})`);
	await a.audit({
		act: draw.channel === 'paper' ? 'votes.give-out-paper' : 'votes.draw',
		subject: ['vote', row.id],
		areaId: row.communityId,
		data: { entry: draw.entryId }
	});
	await a.emit({ topic: `vote:${row.id}`, kind: 'turnout', areaId: row.communityId });
}
