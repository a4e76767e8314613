import { eq, sql } from 'drizzle-orm';
import { standingOf } from '#lib/domain/votes/paper.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { paperBallot } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { entriesOf, voteFor, type VoteRow } from './load-vote.ts';
import { papersOf } from './paper-ballots.ts';
import { publishWhenCounted } from './publish-when-counted.ts';

/**
 * Somebody of an entry that voted online says that the paper in its name is not its own. Refusals: the policy's,
 * `votes.no-such-paper`, `votes.no-contest-now`.
 */
export async function contestPaper(ctx: Context, voteId: string, paperId: string, reason: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'contest-paper');
		if (!found.ok) return found;
		const { row } = found.value;
		const [paper] = await papersOf(a.db, voteId, { only: paperId });
		const own = await entriesOf(a.db, voteId, a.actor!.personId);
		if (!paper || !own.has(paper.entryId)) return refuse('votes.no-such-paper');
		if (row.state !== 'counting' || standingOf(paper, a.now).state !== 'shown') return refuse('votes.no-contest-now');
		await a.db
			.update(paperBallot)
			.set({ contestedAt: a.now, contestedBy: a.actor!.personId, contestReason: reason })
			.where(eq(paperBallot.id, paperId));
		await told(a, row, 'votes.contest-paper', { paper: paperId });
		return ok();
	});
}

/**
 * A supervisor decides whether contested paper counts, for the other ballot or against it. Nobody decides on what the own
 * organisation has entered. Refusals: the policy's, `votes.no-such-paper`, `votes.not-contested`, `votes.judge-outside`.
 */
export async function judgePaper(
	ctx: Context,
	voteId: string,
	{ paper: paperId, upheld, judgement }: { paper: string; upheld: boolean; judgement: string }
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'judge-paper');
		if (!found.ok) return found;
		const { row } = found.value;
		const [paper] = await papersOf(a.db, voteId, { only: paperId });
		if (!paper) return refuse('votes.no-such-paper');
		if (row.state !== 'counting' || standingOf(paper, a.now).state !== 'contested')
			return refuse('votes.not-contested');
		if (await enteredByOwn(a, paper.readers)) return refuse('votes.judge-outside');
		await a.db
			.update(paperBallot)
			.set({ upheld, decidedAt: a.now, decidedBy: a.actor!.personId, decisionReason: judgement })
			.where(eq(paperBallot.id, paperId));
		await told(a, row, 'votes.judge-paper', { paper: paperId, upheld });
		await publishWhenCounted(a, row);
		return ok();
	});
}

async function told(a: Act, row: VoteRow, name: string, data: Record<string, unknown>): Promise<void> {
	await a.audit({ act: name, subject: ['vote', row.id], areaId: row.communityId, data });
	await a.emit({ topic: `vote:${row.id}`, kind: 'count', areaId: row.communityId });
}

/** Has somebody read the sheet who works in an organisation that the actor supervises from within? */
async function enteredByOwn(a: Act, readers: readonly string[]): Promise<boolean> {
	const own = a.actor!.memberships.filter((one) => one.role === 'supervisor').map((one) => one.organisationId);
	const rows = await a.db.execute(sql`
		select 1 from membership where person_id in ${readers} and organisation_id in ${own}
			and role in ('convener', 'entry-clerk')`);
	return readers.includes(a.actor!.personId) || rows.length > 0;
}
