import { and, asc, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { agendaItem, carriedItem } from '../db/schema/index.ts';
import { linksFrom } from '../links/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { noteMeeting } from './change-meeting.ts';
import { noOpenQuestions } from './hearing-questions.ts';
import { meetingFor, type MeetingRow } from './load-meeting.ts';
import { quorumOf } from './quorum.ts';

type ItemRow = typeof agendaItem.$inferSelect;
type Outcome = 'settled' | 'carried';

/**
 * Whoever leads says how an item ended: settled, or carried to a later meeting. It may be said anew until the minutes are
 * sealed. Items below it that are open keep it open, unless they are to end as it does (`together`). Refusals: the
 * policy's, `form.not-found`, `meetings.not-now`, `meetings.parts-open`, `meetings.no-quorum`, `meetings.questions-open`
 * at a hearing, `meetings.item-taken` where a later meeting has it on its agenda already.
 */
export const endItem = (
	ctx: Context,
	meetingId: string,
	{ itemId, outcome, together = false }: { itemId: string; outcome: Outcome; together?: boolean }
): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'lead');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.state !== 'in-session' && row.state !== 'closed') return refuse('meetings.not-now');
		const items = await a.db
			.select()
			.from(agendaItem)
			.where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.withdrawnBy)))
			.orderBy(asc(agendaItem.ordinal))
			.for('update');
		const item = items.find(({ id }) => id === itemId);
		if (!item) return refuse('form.not-found');
		const open = below(items, itemId).filter((one) => !one.outcome);
		if (open.length && !together) {
			const parts = open.map(({ number, title }) => `${number} ${title}`).join('、');
			return refuse('meetings.parts-open', { params: { count: open.length, parts } });
		}
		for (const one of [...open, item]) {
			const ended = await end(a, row, one, outcome);
			if (!ended.ok) return ended;
		}
		return ok();
	});

/** Everything below an item, however deep. */
function below(items: readonly ItemRow[], id: string): ItemRow[] {
	const parts = items.filter(({ parentId }) => parentId === id);
	return parts.flatMap((part) => [part, ...below(items, part.id)]);
}

async function end(a: Act, row: MeetingRow, item: ItemRow, outcome: Outcome): Promise<Result> {
	if (outcome === 'settled' && item.outcome === 'carried') {
		const taken = await a.db
			.select({ id: carriedItem.id })
			.from(carriedItem)
			.where(and(eq(carriedItem.fromItemId, item.id), isNull(carriedItem.releasedAt)));
		if (taken.length) return refuse('meetings.item-taken');
	}
	if (outcome === 'settled' && item.kind === 'decide' && !(await mayDecide(a, row, item.id))) {
		return refuse('meetings.no-quorum');
	}
	const answered = await noOpenQuestions(a.db, row.id, item.id);
	if (!answered.ok) return answered;
	const said = { outcome, endedAt: a.now, endedBy: a.actor!.personId };
	await a.db.update(agendaItem).set(said).where(eq(agendaItem.id, item.id));
	await noteMeeting(a, row, 'end-item', { item: item.id, outcome });
	return ok();
}

/** A decision holds where enough came, or where it is taken by a vote, which counts for itself who takes part. */
async function mayDecide(a: Act, row: MeetingRow, itemId: string): Promise<boolean> {
	const present = await quorumOf(a.db, row);
	if (!present || present.reached) return true;
	const links = await linksFrom(a.db, 'meeting', row.id);
	return links.some(({ fromBlock, toType }) => fromBlock === itemId && toType === 'vote');
}
