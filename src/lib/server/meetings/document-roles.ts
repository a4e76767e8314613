import { AGENDA_SCHEMA } from '#lib/domain/meetings/agenda-document.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { MINUTES_SCHEMA } from '#lib/domain/meetings/minutes-document.ts';
import type { Context } from '../platform/context.ts';
import { onDocumentKind, type DocumentRole } from '../platform/documents/index.ts';
import { loadMeeting } from './load-meeting.ts';

/** Agenda and minutes ask the same policy as the pages do. */
export function registerDocuments(): void {
	onDocumentKind('meeting-agenda', {
		currentSchema: AGENDA_SCHEMA,
		// Convening looks through the whole log for items that somebody made vanish.
		keepsLog: true,
		role: (ctx, document) => agendaRole(ctx, document.subjectId)
	});
	onDocumentKind('meeting-minutes', {
		currentSchema: MINUTES_SCHEMA,
		role: (ctx, document) => minutesRole(ctx, document.subjectId)
	});
}

async function agendaRole(ctx: Context, meetingId: string): Promise<DocumentRole> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded) return 'none';
	if (meetingPolicy(ctx.actor, 'edit-agenda', loaded.facts).ok) return 'write';
	return meetingPolicy(ctx.actor, 'view', loaded.facts).ok ? 'read' : 'none';
}

async function minutesRole(ctx: Context, meetingId: string): Promise<DocumentRole> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded) return 'none';
	if (meetingPolicy(ctx.actor, 'write-minutes', loaded.facts).ok) return 'write';
	if (meetingPolicy(ctx.actor, 'comment-minutes', loaded.facts).ok) return 'comment';
	return meetingPolicy(ctx.actor, 'read-minutes', loaded.facts).ok ? 'read' : 'none';
}
