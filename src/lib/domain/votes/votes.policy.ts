import { holds, holdsIn, type Actor } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import { choicesAreVisible, type VoteState } from './life.ts';

/** What the policy must know of a vote; loaded before anything else is asked. */
export interface VoteFacts {
	communityCode: string;
	electorate: 'households' | 'owners' | 'representatives' | 'members';
	/**
	 * Who may convene it: the residents' committee of the community, or for owners' votes the owners' committee of
	 * that property area (业主大会由业主委员会召集). Several where the law lets either convene.
	 */
	conveners: readonly string[];
	state: VoteState;
	/** Is the actor on the roll, as a caster of one of its entries? */
	onRoll: boolean;
	/** Whom the preset lets see who has not voted; without it nobody. */
	absentFor?: readonly Role[];
}

export type VoteAct =
	| 'draft'
	| 'announce'
	| 'cancel'
	| 'annul'
	| 'see'
	| 'see-turnout'
	| 'see-choices'
	| 'cast'
	| 'object'
	| 'answer-objection'
	| 'see-record'
	| 'see-full-record'
	| 'keep-register'
	| 'see-drawn'
	| 'see-roll'
	| 'see-absent'
	| 'contest-paper'
	| 'give-proxy'
	| 'judge-paper';

const ANNOUNCED_OR_LATER: readonly VoteState[] = ['announced', 'open', 'counting', 'published', 'annulled'];
const OPEN_OR_LATER: readonly VoteState[] = ['open', 'counting', 'published', 'annulled'];

/** May the actor do this? Default deny. Rules of time and state beyond seeing are the state machine's. */
export function mayVote(actor: Actor, act: VoteAct, facts: VoteFacts): Result {
	const convenes = facts.conveners.some((organisation) => holdsIn(actor, 'convener', organisation));
	const supervises = holds(actor, 'supervisor', facts.communityCode, 'down');
	switch (act) {
		case 'draft':
		case 'announce':
		case 'cancel':
		case 'annul':
		case 'answer-objection':
			return convenes ? ok() : refuse('votes.not-the-convener');
		case 'keep-register':
			// who hands out paper ballots and counts the box: the convener's people and the community's clerks
			return convenes || holds(actor, 'entry-clerk', facts.communityCode) ? ok() : refuse('votes.not-a-clerk');
		case 'see-drawn':
			// who drew a secret ballot, never what it says
			return convenes || supervises ? ok() : refuse('votes.supervisors-only');
		case 'see-roll':
			// names and units are for those on it, who convene and who watch
			return facts.onRoll || convenes || supervises ? ok() : refuse('votes.roll-members-only');
		case 'see-absent':
			return facts.state === 'open' && seesAbsent(actor, facts) ? ok() : refuse('votes.absent-not-shown');
		case 'see':
			return ANNOUNCED_OR_LATER.includes(facts.state) || facts.state === 'cancelled' || convenes
				? ok()
				: refuse('votes.not-found');
		case 'see-turnout':
			return OPEN_OR_LATER.includes(facts.state) ? ok() : refuse('votes.not-open-yet');
		case 'see-choices':
		case 'see-record':
			// nobody, whatever the role, sees a choice before publication
			return choicesAreVisible(facts.state) ? ok() : refuse('votes.not-published-yet');
		case 'see-full-record':
			if (!choicesAreVisible(facts.state)) return refuse('votes.not-published-yet');
			return facts.onRoll || supervises ? ok() : refuse('votes.roll-members-only');
		case 'judge-paper':
			return supervises ? ok() : refuse('votes.supervisors-only');
		case 'cast':
		case 'contest-paper':
		case 'give-proxy':
		case 'object':
			return facts.onRoll ? ok() : refuse(actor ? 'votes.not-on-the-roll' : 'votes.sign-in-to-vote');
		default:
			return act satisfies never;
	}
}

/** A convener of this very vote, or somebody of the community in a role that the preset names. */
function seesAbsent(actor: Actor, { absentFor = [], conveners, communityCode }: VoteFacts): boolean {
	return absentFor.some((role) =>
		role === 'convener'
			? conveners.some((organisation) => holdsIn(actor, role, organisation))
			: holds(actor, role, communityCode)
	);
}

/** May this person sign off the ballots of a secret vote for that organisation? */
export function signsFor(actor: Actor, organisationId: string): boolean {
	return holdsIn(actor, ['convener', 'supervisor', 'delegate', 'leader', 'chair'], organisationId);
}
