import { holdsIn, within, type Actor } from '../shared/actor.ts';
import { ok, refuse, type Result } from '../shared/result.ts';
import { wasPublished, type DisclosureState } from './disclosure.ts';

/** What the policy must know of a disclosure; loaded before anything else is asked. */
export interface DisclosureFacts {
	communityCode: string;
	organisationId: string;
	/**
	 * Whose reviewers look at it: the organisation itself; where it has none, the residents' committee of the community,
	 * which guides and assists (民法典第277条第2款).
	 */
	reviewingOrganisationIds: readonly string[];
	state: DisclosureState;
	/** Everybody who wrote in it: none of them reviews it. */
	writerIds: readonly string[];
}

export type DisclosureAct =
	| 'read' // the published text
	| 'see-desk' // drafts, what the scan found, the way through review
	| 'write' // edit, attach, submit, discard
	| 'review'
	| 'correct'
	| 'withdraw';

/** May the actor do this? Default deny. Refusals: `form.sign-in`, `form.forbidden`, `disclosure.own-text`. */
export function disclosurePolicy(actor: Actor, act: DisclosureAct, facts: DisclosureFacts): Result {
	if (act === 'review' && reviews(actor, facts) && facts.writerIds.includes(actor!.personId)) {
		return refuse('disclosure.own-text');
	}
	if (allowed(actor, act, facts)) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

/** May the actor write in the name of this organisation? */
export function mayPublishFor(actor: Actor, organisationId: string): Result {
	if (holdsIn(actor, 'publisher', organisationId)) return ok();
	return refuse(actor ? 'form.forbidden' : 'form.sign-in');
}

function allowed(actor: Actor, act: DisclosureAct, facts: DisclosureFacts): boolean {
	const publishes = holdsIn(actor, 'publisher', facts.organisationId);
	switch (act) {
		case 'read':
			return facts.state === 'published' || facts.state === 'superseded';
		case 'see-desk':
			return publishes || reviews(actor, facts) || (wasPublished(facts.state) && supervises(actor, facts));
		case 'write':
			return publishes && facts.state === 'draft';
		case 'review':
			// four eyes: a second person, never one who wrote in it
			return reviews(actor, facts) && !facts.writerIds.includes(actor!.personId);
		case 'correct':
			return publishes && facts.state === 'published';
		case 'withdraw':
			return (facts.state === 'published' || facts.state === 'superseded') && (publishes || reviews(actor, facts));
		default:
			return act satisfies never;
	}
}

function reviews(actor: Actor, facts: DisclosureFacts): boolean {
	return facts.reviewingOrganisationIds.some((id) => holdsIn(actor, 'reviewer', id));
}

/** 居务监督委员会, and the street's supervisors above it. */
function supervises(actor: Actor, { communityCode }: DisclosureFacts): boolean {
	return !!actor?.memberships.some((m) => m.role === 'supervisor' && within(communityCode, m.areaCode));
}
