import { belongsTo, holdsIn, type Actor } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { meetingPolicy, type MeetingFacts } from './meetings.policy.ts';

export type HearingAct =
	| 'speak' // ask for the floor
	| 'ask' // a question to a party
	| 'give-floor'
	| 'set-aside';

/** What is done for one of the parties. */
export type PartyAct = 'answer' | 'say-position';

/** May the actor do this at the hearing? Default deny. Refusals: `form.sign-in`, `form.forbidden`. */
export function hearingPolicy(actor: Actor, act: HearingAct, facts: MeetingFacts): Result {
	if (allowed(actor, act, facts)) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

/** May the actor do this for that party: as its delegate, or as a recorder who writes down what it says? */
export function hearingPartyPolicy(actor: Actor, act: PartyAct, organisationId: string, facts: MeetingFacts): Result {
	const parties = [facts.convenerOrganisationId, ...facts.partyIds];
	const now = act === 'answer' ? ['in-session'] : ['in-session', 'closed'];
	const speaks =
		holdsIn(actor, ['delegate', 'leader'], organisationId) ||
		parties.some((id) => holdsIn(actor, 'recorder', id)) ||
		(!!actor && actor.personId === facts.chairId);
	if (parties.includes(organisationId) && now.includes(facts.state) && speaks) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

function allowed(actor: Actor, act: HearingAct, facts: MeetingFacts): boolean {
	if (facts.state !== 'in-session') return false;
	const parties = [facts.convenerOrganisationId, ...facts.partyIds];
	switch (act) {
		case 'speak':
		case 'ask':
			return (
				meetingPolicy(actor, 'view', facts).ok &&
				(belongsTo(actor, facts.communityCode) || !!actor?.memberships.some((m) => parties.includes(m.organisationId)))
			);
		case 'give-floor':
		case 'set-aside':
			return meetingPolicy(actor, 'lead', facts).ok;
	}
}
