import { eq } from 'drizzle-orm';
import { advance, type MeetingCommand } from '#lib/domain/meetings/meeting.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { meeting } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { announceAccess } from '../platform/documents/index.ts';
import type { LoadedMeeting, MeetingRow } from './load-meeting.ts';

export const meetingTopic = (id: string): string => `meeting:${id}`;

/**
 * One step in the life of a meeting: checks it against the state, writes it with its audit row, and tells those who
 * follow the meeting. Refusal: `meetings.not-now`.
 */
export async function changeMeeting(
	a: Act,
	{ row }: LoadedMeeting,
	command: MeetingCommand,
	set: Partial<MeetingRow> = {},
	data: Record<string, unknown> = {}
): Promise<Result> {
	const step = advance(row, command);
	if (!step.ok) return step;
	await a.db
		.update(meeting)
		.set({ ...step.value, ...set })
		.where(eq(meeting.id, row.id));
	// Whoever sits in the minutes is asked again what they may do there.
	if (row.minutesDocumentId) await announceAccess(a.db, { documentId: row.minutesDocumentId });
	await noteMeeting(a, row, command, data);
	return ok();
}

/** The audit row and the news that go with any change to a meeting. */
export async function noteMeeting(
	a: Act,
	row: MeetingRow,
	what: string,
	data: Record<string, unknown> = {}
): Promise<void> {
	await a.audit({
		act: `meetings.${what}`,
		subject: ['meeting', row.id],
		areaId: row.communityId,
		organisationId: row.convenerOrganisationId,
		data
	});
	await a.emit({ topic: meetingTopic(row.id), kind: what, areaId: row.communityId });
}
