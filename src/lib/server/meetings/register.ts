import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { onCaseSource } from '../cases/index.ts';
import { onTopic } from '../platform/topics.ts';
import { registerDocuments } from './document-roles.ts';
import { loadMeeting } from './load-meeting.ts';
import { meetingAsSource } from './matter-to-raise.ts';

/** Fills the platform's registries for this area. Called once a process. */
export function registerMeetings(): void {
	registerDocuments();
	onCaseSource('meeting', meetingAsSource);
	onTopic('meeting', async (ctx, id) => {
		const loaded = await loadMeeting(ctx.database.db, id);
		return !!loaded && meetingPolicy(ctx.actor, 'view', loaded.facts).ok;
	});
}
