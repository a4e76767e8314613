import { annotationPolicy } from '#lib/domain/meetings/annotations.policy.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { onCaseSource } from '../cases/index.ts';
import { onCommentsOf } from '../comments/index.ts';
import { onDisclosureSource } from '../disclosure/index.ts';
import { onPlace } from '../links/index.ts';
import { onTopic } from '../platform/topics.ts';
import { onWaiting } from '../platform/waiting.ts';
import { minutesDisclosed, minutesPending, minutesToDisclose, minutesWithdrawn } from './disclose-minutes.ts';
import { registerDisclosureTerm } from './disclosure-term.ts';
import { registerDocuments } from './document-roles.ts';
import { loadMeeting } from './load-meeting.ts';
import { meetingAsSource } from './matter-to-raise.ts';
import { describeMeetingPlace, findMeetingPlace } from './places.ts';
import { registerTaskClocks } from './settle-task.ts';
import { tasksWaiting } from './tasks-waiting.ts';
import { meetingsWaiting } from './waiting.ts';

/** Fills the platform's registries for this area. Called once a process. */
export function registerMeetings(): void {
	registerDocuments();
	registerTaskClocks();
	registerDisclosureTerm();
	onWaiting('meetings', meetingsWaiting);
	onWaiting('tasks', tasksWaiting);
	onPlace('meeting', { find: findMeetingPlace, describe: describeMeetingPlace });
	onCaseSource('meeting', meetingAsSource);
	onDisclosureSource('meeting', {
		find: minutesToDisclose,
		pending: minutesPending,
		published: minutesDisclosed,
		withdrawn: minutesWithdrawn
	});
	onCommentsOf('meeting', async (db, actor, id) => {
		const loaded = await loadMeeting(db, id);
		return (
			loaded && {
				areaId: loaded.row.communityId,
				communityCode: loaded.facts.communityCode,
				readable: meetingPolicy(actor, 'view', loaded.facts).ok,
				open: loaded.facts.state !== 'draft' && loaded.facts.state !== 'cancelled',
				title: loaded.row.title,
				href: `/c/${loaded.facts.communityCode}/meetings/${id}`,
				answerableIds: [loaded.row.createdBy]
			}
		);
	});
	onTopic('meeting', async (ctx, id) => {
		const loaded = await loadMeeting(ctx.database.db, id);
		return !!loaded && meetingPolicy(ctx.actor, 'view', loaded.facts).ok;
	});
	onTopic('annotations', async (ctx, id) => {
		const loaded = await loadMeeting(ctx.database.db, id);
		return !!loaded && annotationPolicy(ctx.actor, 'read', loaded.facts).ok;
	});
}
