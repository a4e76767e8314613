import { belongsTo, holdsIn, type Actor } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { Role } from '../shared/roles.ts';
import { meetingPolicy, type MeetingFacts } from './meetings.policy.ts';
import type { TaskState } from './task.ts';

export interface TaskFacts {
	meeting: MeetingFacts;
	/** Raised from an item of the agenda, which more people may read than the minutes. */
	fromItem: boolean;
	organisationId: string;
	personId: string | null;
	raisedBy: string;
	state: TaskState;
}

export type TaskAct =
	| 'see'
	| 'see-person' // the name of whoever has it to do
	| 'finish'
	| 'drop';

/** Who acts for a party where nobody is named. */
export const TASK_ROLES: readonly Role[] = ['delegate', 'leader', 'convener', 'handler'];

/** May the actor do this to this task? Default deny. Refusals: `form.sign-in`, `form.forbidden`. */
export function taskPolicy(actor: Actor, act: TaskAct, facts: TaskFacts): Result {
	if (allowed(actor, act, facts)) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

function allowed(actor: Actor, act: TaskAct, facts: TaskFacts): boolean {
	const may = (what: Parameters<typeof meetingPolicy>[1]) => meetingPolicy(actor, what, facts.meeting).ok;
	switch (act) {
		case 'see':
			return may('view') && (facts.fromItem || may('read-minutes'));
		case 'see-person':
			return belongsTo(actor, facts.meeting.communityCode);
		case 'finish':
			return isTheirs(actor, facts);
		case 'drop':
			// whoever raised it, for as long as they may raise one, and whoever leads the meeting
			return may('lead') || (actor?.personId === facts.raisedBy && may('assign'));
	}
}

/** Is it this person's to do: by name, or as one of those who act for the party? */
function isTheirs(actor: Actor, { personId, organisationId }: TaskFacts): boolean {
	if (!actor) return false;
	if (personId !== null) {
		// somebody who has left the party gives its tasks back
		return actor.personId === personId && actor.memberships.some((m) => m.organisationId === organisationId);
	}
	return holdsIn(actor, TASK_ROLES, organisationId);
}
