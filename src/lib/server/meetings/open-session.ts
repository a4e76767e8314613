import { and, asc, eq, isNull } from 'drizzle-orm';
import { initialMinutes, MINUTES_SCHEMA } from '#lib/domain/meetings/minutes-document.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { agendaItem, meeting } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { createDocument } from '../platform/documents/index.ts';
import { changeMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/** Opens the session: the minutes come into being, once, with a section for every item that was not withdrawn. */
export async function openSession(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, id, 'lead');
		if (!found.ok) return found;
		const { row } = found.value;
		const items = await a.db
			.select({ id: agendaItem.id, number: agendaItem.number, title: agendaItem.title })
			.from(agendaItem)
			.where(and(eq(agendaItem.meetingId, id), isNull(agendaItem.withdrawnBy)))
			.orderBy(asc(agendaItem.ordinal));
		// The state first: a second opening is refused before it can make a second document.
		const opened = await changeMeeting(a, found.value, 'open', { openedAt: a.now });
		if (!opened.ok) return opened;
		const minutesDocumentId = await createDocument(a, {
			areaId: row.communityId,
			kind: 'meeting-minutes',
			subjectId: id,
			schemaVersion: MINUTES_SCHEMA,
			initial: initialMinutes(items)
		});
		await a.db.update(meeting).set({ minutesDocumentId }).where(eq(meeting.id, id));
		return opened;
	});
}
