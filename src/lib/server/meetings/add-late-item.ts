import { eq, sql } from 'drizzle-orm';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { agendaItem } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/** Adds an item after the agenda was frozen: by the convener alone, at the end, marked late. */
export async function addLateItem(
	ctx: Context,
	meetingId: string,
	input: { title: string; kind: 'discuss' | 'decide' | 'inform' | 'hear' }
): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'add-late-item');
		if (!found.ok) return found;
		const { row } = found.value;
		const [last] = await a.db
			.select({
				ordinal: sql<number>`coalesce(max(${agendaItem.ordinal}), -1)`.mapWith(Number),
				tops: sql<number>`count(*) filter (where ${agendaItem.parentId} is null)`.mapWith(Number)
			})
			.from(agendaItem)
			.where(eq(agendaItem.meetingId, meetingId));
		const id = newId();
		await a.db.insert(agendaItem).values({
			id,
			meetingId,
			ordinal: last!.ordinal + 1,
			number: String(last!.tops + 1),
			title: input.title,
			kind: input.kind,
			proposerOrganisationId: row.convenerOrganisationId,
			late: true
		});
		await noteMeeting(a, row, 'late-item', { item: id });
		return ok({ id });
	});
}
