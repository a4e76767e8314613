import { and, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { minutesBlocks } from '#lib/domain/meetings/minutes-document.ts';
import { objection } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/** An attendee objects to one paragraph while the minutes are in review. Refusals: `meetings.block-missing`, `meetings.review-over`. */
export async function objectToMinutes(
	ctx: Context,
	meetingId: string,
	input: { block: string; body: string }
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'object');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.reviewUntil && a.now > row.reviewUntil) return refuse('meetings.review-over');
		const document = await readDocument(a.db, row.minutesDocumentId!);
		const block = document && minutesBlocks(document.doc).find((one) => one.id === input.block);
		if (!block) return refuse('meetings.block-missing', { field: 'block' });
		const id = newId();
		await a.db.insert(objection).values({
			id,
			meetingId,
			block: input.block,
			quoted: block.text,
			body: input.body,
			authorId: a.actor!.personId,
			createdAt: a.now
		});
		await noteMeeting(a, row, 'object', { objection: id });
		return ok();
	});
}

/** Each objection gets one answer: accepted (the chair changes the text) or explained. Refusal: `meetings.answered-already`. */
export async function answerObjection(
	ctx: Context,
	meetingId: string,
	input: { objectionId: string; accepted: boolean; answer: string }
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'answer-objection');
		if (!found.ok) return found;
		const answered = await a.db
			.update(objection)
			.set({ accepted: input.accepted, answer: input.answer, answeredBy: a.actor!.personId, answeredAt: a.now })
			.where(and(eq(objection.id, input.objectionId), eq(objection.meetingId, meetingId), isNull(objection.answeredAt)))
			.returning({ id: objection.id });
		if (!answered.length) return refuse('meetings.answered-already');
		await noteMeeting(a, found.value.row, 'answer', { objection: input.objectionId, accepted: input.accepted });
		return ok();
	});
}
