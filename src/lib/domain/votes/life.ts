import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

export const VOTE_STATES = ['draft', 'announced', 'open', 'counting', 'published', 'cancelled', 'annulled'] as const;
export type VoteState = (typeof VOTE_STATES)[number];

export type VoteStep = 'edit' | 'announce' | 'cancel' | 'open' | 'extend' | 'close' | 'publish' | 'annul';

/** The life of a vote. What is not in the table cannot happen. */
const LIFE: Readonly<Record<VoteState, Readonly<Partial<Record<VoteStep, VoteState>>>>> = {
	draft: { edit: 'draft', announce: 'announced', cancel: 'cancelled' },
	// announced: question, options, rule, secrecy, channels, times and electorate are frozen
	announced: { open: 'open', cancel: 'cancelled' },
	open: { extend: 'open', close: 'counting', annul: 'annulled' },
	counting: { publish: 'published', annul: 'annulled' },
	published: { annul: 'annulled' },
	cancelled: {},
	annulled: {}
};

/** The state after a step; refused with `votes.not-in-this-state` where the table has no such step. */
export function nextState(state: VoteState, step: VoteStep): Result<VoteState> {
	const next = LIFE[state][step];
	return next ? ok(next) : refuse('votes.not-in-this-state', { params: { state, step } });
}

/** Nothing of a choice is shown before publication, to nobody. */
export function choicesAreVisible(state: VoteState): boolean {
	return state === 'published';
}
