import { and, eq, isNull, sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { paperBallot, voteProxy } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newUnorderedId } from '../platform/ids.ts';
import { endOf, voteFor } from './load-vote.ts';
import { takesPaper } from './paper-ballots.ts';

/**
 * Notes that the paper ballot of an entry has come in, in time; it is opened and read after the end. Refusals: the
 * policy's, `votes.takes-no-paper`, `votes.not-open-yet`, `votes.closed`, `votes.not-on-the-roll`, `votes.paper-received`.
 */
export async function receivePaper(ctx: Context, voteId: string, entryId: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'keep-register');
		if (!found.ok) return found;
		const { row } = found.value;
		if (!takesPaper(row)) return refuse('votes.takes-no-paper');
		if (row.state === 'draft' || row.state === 'announced') return refuse('votes.not-open-yet');
		if (row.state !== 'open' || a.now >= endOf(row)) return refuse('votes.closed');
		const [entry] = await a.db.execute(sql`select 1 from roll_entry where id = ${entryId} and vote_id = ${voteId}`);
		if (!entry) return refuse('votes.not-on-the-roll');
		const received = await a.db
			.insert(paperBallot)
			.values({ id: newUnorderedId(), voteId, entryId, receivedAt: a.now, receivedBy: a.actor!.personId })
			.onConflictDoNothing()
			.returning({ id: paperBallot.id });
		if (received.length === 0) return refuse('votes.paper-received');
		// paper goes before every proxy: none is needed any more
		await a.db
			.update(voteProxy)
			.set({ endedAt: a.now, endedBy: 'voted' })
			.where(and(eq(voteProxy.entryId, entryId), isNull(voteProxy.endedAt)));
		await a.audit({
			act: 'votes.receive-paper',
			subject: ['vote', voteId],
			areaId: row.communityId,
			data: { entry: entryId }
		});
		await a.emit({ topic: `vote:${voteId}`, kind: 'turnout', areaId: row.communityId });
		return ok();
	});
}
