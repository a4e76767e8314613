import type { ElectorateKind } from '#lib/domain/votes/electorate.ts';
import type { VoteState } from '#lib/domain/votes/life.ts';
import type { Outcome } from '#lib/domain/votes/decide.ts';
import type { RankedOption } from '#lib/domain/votes/explain-options.ts';
import type { Method } from '#lib/domain/votes/options.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

export function stateLabel(state: VoteState): string {
	return {
		draft: m.votes_state_draft,
		announced: m.votes_state_announced,
		open: m.votes_state_open,
		counting: m.votes_state_counting,
		published: m.votes_state_published,
		cancelled: m.votes_state_cancelled,
		annulled: m.votes_state_annulled
	}[state]();
}

export function stateTone(state: VoteState): 'ok' | 'due' | 'info' | 'plain' {
	const tones = { open: 'ok', announced: 'info', counting: 'info', draft: 'due' } as const;
	return state in tones ? tones[state as keyof typeof tones] : 'plain';
}

export function outcomeLabel(outcome: Outcome): string {
	return {
		passed: m.votes_outcome_passed,
		rejected: m.votes_outcome_rejected,
		'no-quorum': m.votes_outcome_no_quorum,
		'run-off': m.votes_outcome_run_off,
		advisory: m.votes_outcome_advisory,
		blocked: m.votes_state_counting
	}[outcome]();
}

/** The option in the reader's language; what a vote calls it itself where it has its own. */
export function optionLabel(option: { id: string; label: string }): string {
	const known = { for: m.votes_option_for, against: m.votes_option_against, abstain: m.votes_option_abstain };
	return option.id in known ? known[option.id as keyof typeof known]() : option.label;
}

export function electorateLabel(electorate: ElectorateKind, scope: string | null): string {
	const where = scope ?? m.votes_whole_community();
	switch (electorate) {
		case 'owners':
			return m.votes_electorate_owners({ scope: where });
		case 'representatives':
			return m.votes_electorate_representatives({ scope: where });
		case 'members':
			return m.votes_electorate_members({ scope: where });
		default:
			return m.votes_electorate_households({ scope: where });
	}
}

/** An entry the reader casts for as somebody's agent, as a ballot on the page. */
export const asBallot = (held: { entryId: string; label: string; principal: string; castAt: Date | null }) => ({
	id: held.entryId,
	label: m.votes_proxy_for({ principal: held.principal, entry: held.label }),
	votedAt: held.castAt,
	byAnother: false,
	onPaper: false
});

export const proxyLabel = (cap: number | null): string =>
	cap === 0 ? m.votes_proxy_none() : cap === null ? m.votes_proxy_any() : m.votes_proxy_up_to({ cap });

interface Sheet {
	method: Method;
	most: number | null;
	seats: number | null;
}

/** How a ballot is filled in, in a sentence; null where it is for or against. */
export function methodText({ method, most, seats }: Sheet, byArea: boolean): string | null {
	switch (method) {
		case 'single':
			return m.votes_method_single();
		case 'approval':
			return most === null ? m.votes_method_approval() : m.votes_method_approval_most({ most });
		case 'seats':
			return byArea ? m.votes_method_seats({ seats: seats! }) : m.votes_method_seats_heads({ seats: seats! });
		default:
			return null;
	}
}

/** May several be ticked on one ballot? */
export const ticksSeveral = (method: Method): boolean => method === 'approval' || method === 'seats';

/** What became of an option where something was decided, or somebody proposed. */
export function cameLabel(came: RankedOption['came']): string {
	switch (came) {
		case 'passed':
			return m.votes_came_passed();
		case 'seat':
			return m.votes_came_seat();
		case 'run-off':
			return m.votes_came_run_off();
		default:
			return m.votes_came_none();
	}
}
