import { belongsTo, livesIn, ownsIn, type Actor } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { ProposalState } from './proposal.ts';

export interface ProposalFacts {
	communityCode: string;
	authorId: string;
	state: ProposalState;
}

export type ProposalAct =
	| 'support' // and to take it back
	| 'withdraw'
	| 'answer'; // put it on an agenda, or decline it

/** To bring one in: whoever lives or owns there. An office alone does not make somebody one of the community. */
export function mayPropose(actor: Actor, communityCode: string): Result {
	if (!actor) return refuse('form.sign-in');
	return livesIn(actor, communityCode) || ownsIn(actor, communityCode) ? ok() : refuse('proposals.not-of-community');
}

/** To answer for the community, and to set how many people a proposal needs: who convenes for its residents' committee. */
export function mayAnswer(actor: Actor, communityCode: string): Result {
	if (!actor) return refuse('form.sign-in');
	return actor.memberships.some(
		(m) => m.role === 'convener' && m.organisationKind === 'residents-committee' && m.areaCode === communityCode
	)
		? ok()
		: refuse('form.forbidden');
}

/** May the actor do this to this proposal? Everybody may read one. Default deny. */
export function proposalPolicy(actor: Actor, act: ProposalAct, facts: ProposalFacts): Result {
	switch (act) {
		case 'support': {
			const may = mayPropose(actor, facts.communityCode);
			if (!may.ok) return may;
			return actor!.personId === facts.authorId ? refuse('proposals.own') : ok();
		}
		case 'withdraw':
			if (!actor) return refuse('form.sign-in');
			return actor.personId === facts.authorId ? ok() : refuse('form.forbidden');
		case 'answer':
			return mayAnswer(actor, facts.communityCode);
		default:
			return act satisfies never;
	}
}

/** Neighbours see one another's names; a passer-by sees 王○○. */
export const seesAuthor = (actor: Actor, communityCode: string): boolean => belongsTo(actor, communityCode);
