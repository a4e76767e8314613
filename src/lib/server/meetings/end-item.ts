import { and, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { agendaItem, carriedItem } from '../db/schema/index.ts';
import { linksFrom } from '../links/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { noteMeeting } from './change-meeting.ts';
import { noOpenQuestions } from './hearing-questions.ts';
import { meetingFor, type MeetingRow } from './load-meeting.ts';
import { quorumOf } from './quorum.ts';

/**
 * Whoever leads says how an item ended: settled, or carried to a later meeting. It may be said anew until the minutes are
 * sealed. Refusals: the policy's, `form.not-found`, `meetings.not-now`, `meetings.no-quorum`, `meetings.questions-open` at a hearing, `meetings.item-taken` where a later meeting has it
 * on its agenda already.
 */
export const endItem = (
	ctx: Context,
	meetingId: string,
	{ itemId, outcome }: { itemId: string; outcome: 'settled' | 'carried' }
): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'lead');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.state !== 'in-session' && row.state !== 'closed') return refuse('meetings.not-now');
		const [item] = await a.db
			.select()
			.from(agendaItem)
			.where(and(eq(agendaItem.id, itemId), eq(agendaItem.meetingId, meetingId), isNull(agendaItem.withdrawnBy)))
			.for('update');
		if (!item) return refuse('form.not-found');
		if (outcome === 'settled' && item.outcome === 'carried') {
			const taken = await a.db
				.select({ id: carriedItem.id })
				.from(carriedItem)
				.where(and(eq(carriedItem.fromItemId, itemId), isNull(carriedItem.releasedAt)));
			if (taken.length) return refuse('meetings.item-taken');
		}
		if (outcome === 'settled' && item.kind === 'decide' && !(await mayDecide(a, row, itemId))) {
			return refuse('meetings.no-quorum');
		}
		const answered = await noOpenQuestions(a.db, meetingId, itemId);
		if (!answered.ok) return answered;
		const said = { outcome, endedAt: a.now, endedBy: a.actor!.personId };
		await a.db.update(agendaItem).set(said).where(eq(agendaItem.id, itemId));
		await noteMeeting(a, row, 'end-item', { item: itemId, outcome });
		return ok();
	});

/** A decision holds where enough came, or where it is taken by a vote, which counts for itself who takes part. */
async function mayDecide(a: Act, row: MeetingRow, itemId: string): Promise<boolean> {
	const present = await quorumOf(a.db, row);
	if (!present || present.reached) return true;
	const links = await linksFrom(a.db, 'meeting', row.id);
	return links.some(({ fromBlock, toType }) => fromBlock === itemId && toType === 'vote');
}
