import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import type { Db } from '../db/client.ts';
import { objection } from '../db/schema/index.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { keepVersion } from '../platform/documents/index.ts';
import { settleEntries } from './agenda-entries.ts';
import { releaseCarried } from './carry-items.ts';
import { changeMeeting } from './change-meeting.ts';
import { recallNotice } from './give-notice.ts';
import { endSpeeches } from './hearing-floor.ts';
import { noOpenQuestions } from './hearing-questions.ts';
import { meetingFor } from './load-meeting.ts';

/** Cancels a meeting that has not begun, with the reason everybody is shown; who had its notice is told. */
export async function cancelMeeting(ctx: Context, id: string, reason: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, id, 'lead');
		if (!found.ok) return found;
		await releaseCarried(a, id);
		await settleEntries(a, id, new Map());
		const { row, facts } = found.value;
		const cancelled = await changeMeeting(a, found.value, 'cancel', { cancelledReason: reason });
		if (cancelled.ok && row.convenedAt) await recallNotice(a, row, facts.communityCode);
		return cancelled;
	});
}

/** Ends the session: from here on only the chair changes the text. Refusal: `meetings.questions-open` at a hearing. */
export async function closeSession(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, id, 'lead');
		if (!found.ok) return found;
		const answered = await noOpenQuestions(a.db, id);
		if (!answered.ok) return answered;
		await endSpeeches(a, id);
		const closed = await changeMeeting(a, found.value, 'close', { closedAt: a.now });
		if (closed.ok) await keepVersion(a, found.value.row.minutesDocumentId!, { name: '', cause: 'close' });
		return closed;
	});
}

/** Puts the chair's text before the attendees, who may object until the term of the meeting's kind is over. */
export async function startReview(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, id, 'lead');
		if (!found.ok) return found;
		const days = KIND_RULES[found.value.row.kind].reviewDays;
		const reviewUntil = new Date(a.now.getTime() + days * 86_400_000);
		const data = { reviewUntil: reviewUntil.toISOString() };
		const started = await changeMeeting(a, found.value, 'start-review', { reviewUntil }, data);
		if (started.ok) await keepVersion(a, found.value.row.minutesDocumentId!, { name: '', cause: 'review' });
		return started;
	});
}

/** No objection may be left without an answer. Refusal: `meetings.objections-open`. */
export async function noOpenObjections(db: Db, meetingId: string): Promise<Result> {
	const open = await db
		.select({ id: objection.id })
		.from(objection)
		.where(and(eq(objection.meetingId, meetingId), isNull(objection.answeredAt)));
	return open.length ? refuse('meetings.objections-open', { params: { count: open.length } }) : ok();
}
