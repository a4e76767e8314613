import { belongsTo, holds, holdsIn, type Actor } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { isSealed, type MeetingState, type MinutesPhase } from './meeting.ts';

/** What the policy must know of a meeting. */
export interface MeetingFacts {
	communityCode: string;
	convenerOrganisationId: string;
	state: MeetingState;
	phase: MinutesPhase | null;
	public: boolean;
	partyIds: readonly string[];
	chairId: string | null;
	/** Present at this meeting. */
	attendeeIds: readonly string[];
}

export type MeetingAct =
	| 'view'
	| 'read-minutes'
	| 'read-history' // the text unmasked, versions, and who wrote what: for those who were there or invited
	| 'read-sealed' // the content under the hash, with attendees' names
	| 'edit-agenda'
	| 'lead' // collect, convene, open, close, start review, seal, cancel
	| 'add-late-item'
	| 'enter-attendance'
	| 'check-in'
	| 'write-minutes'
	| 'comment-minutes'
	| 'object'
	| 'answer-objection'
	| 'sign'
	| 'correct' // a corrigendum to sealed minutes
	| 'disclose'
	| 'raise' // a case from a paragraph or item
	| 'assign'; // a task from there

/** May the actor do this to this meeting? Default deny. Refusals: `form.sign-in`, `form.forbidden`. */
export function meetingPolicy(actor: Actor, act: MeetingAct, facts: MeetingFacts): Result {
	if (allowed(actor, act, facts)) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

/** May the actor call a meeting in this community for that organisation? */
export function mayCall(actor: Actor, organisationId: string): Result {
	if (holdsIn(actor, 'convener', organisationId)) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

function allowed(actor: Actor, act: MeetingAct, facts: MeetingFacts): boolean {
	const parties = [facts.convenerOrganisationId, ...facts.partyIds];
	const inParty = (roles: Parameters<typeof holdsIn>[1]) => parties.some((id) => holdsIn(actor, roles, id));
	const leads = holdsIn(actor, 'convener', facts.convenerOrganisationId);
	const chairs = !!actor && actor.personId === facts.chairId;
	switch (act) {
		case 'view':
			// A draft is the convener's own; a meeting of one party's members is theirs.
			if (facts.state === 'draft') return leads;
			if (facts.public) return true;
			return actor !== null && (parties.some((id) => memberOf(actor, id)) || isAttendee(actor, facts));
		case 'read-minutes':
			if (facts.phase === null) return false;
			if (facts.state === 'disclosed' && facts.public) return true;
			// Until they are disclosed, minutes are read by those who were there and those who were invited.
			return allowed(actor, 'read-history', facts);
		case 'read-history':
			if (facts.phase === null) return false;
			return actor !== null && (parties.some((id) => memberOf(actor, id)) || isAttendee(actor, facts));
		case 'read-sealed':
			// Attendees' names are for the community; the public page shows the text and how many came.
			return (
				isSealed(facts) &&
				(isAttendee(actor, facts) ||
					parties.some((id) => memberOf(actor, id)) ||
					(facts.public && belongsTo(actor, facts.communityCode)))
			);
		case 'edit-agenda':
			return facts.state === 'collecting' && inParty(['delegate', 'convener']);
		case 'lead':
			return leads || (chairs && facts.state !== 'draft');
		case 'add-late-item':
			return leads && (facts.state === 'convened' || facts.state === 'in-session');
		case 'enter-attendance':
			return facts.state === 'in-session' && (leads || inParty('recorder'));
		case 'check-in':
			return (
				facts.state === 'in-session' &&
				actor !== null &&
				(belongsTo(actor, facts.communityCode) || inParty(['delegate', 'recorder', 'convener', 'leader', 'chair']))
			);
		case 'write-minutes':
			if (facts.phase === 'live') return inParty('recorder') || chairs;
			return facts.phase === 'chair' && chairs;
		case 'comment-minutes':
			return (
				(facts.phase === 'chair' || facts.phase === 'review') &&
				(isAttendee(actor, facts) || inParty(['delegate', 'recorder']))
			);
		case 'object':
			return facts.phase === 'review' && isAttendee(actor, facts);
		case 'answer-objection':
			return facts.phase === 'review' && (chairs || leads);
		case 'sign':
			return isSealed(facts) && inParty('delegate');
		case 'correct':
			return isSealed(facts) && (chairs || leads);
		case 'disclose':
			// it goes the way of every disclosure: a publisher begins it, a second person reviews it
			return facts.state === 'sealed' && holdsIn(actor, 'publisher', facts.convenerOrganisationId);
		case 'raise':
			return (
				facts.state !== 'draft' &&
				facts.state !== 'cancelled' &&
				(inParty(['convener', 'recorder', 'delegate']) || holds(actor, 'grid-worker', facts.communityCode) || chairs)
			);
		case 'assign':
			return facts.state !== 'draft' && facts.state !== 'cancelled' && (inParty('recorder') || leads || chairs);
	}
}

function memberOf(actor: Actor, organisationId: string): boolean {
	return !!actor?.memberships.some((m) => m.organisationId === organisationId);
}

function isAttendee(actor: Actor, facts: MeetingFacts): boolean {
	return !!actor && facts.attendeeIds.includes(actor.personId);
}
