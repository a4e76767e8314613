import { expect, test } from 'vitest';
import { choicesAreVisible, nextState, VOTE_STATES, type VoteState, type VoteStep } from './life.ts';

const ALLOWED: [VoteState, VoteStep, VoteState][] = [
	['draft', 'edit', 'draft'],
	['draft', 'announce', 'announced'],
	['draft', 'cancel', 'cancelled'],
	['announced', 'open', 'open'],
	['announced', 'cancel', 'cancelled'],
	['open', 'extend', 'open'],
	['open', 'close', 'counting'],
	['open', 'annul', 'annulled'],
	['counting', 'publish', 'published'],
	['counting', 'annul', 'annulled'],
	['published', 'annul', 'annulled']
];
const STEPS: VoteStep[] = ['edit', 'announce', 'cancel', 'open', 'extend', 'close', 'publish', 'annul'];

test.each(VOTE_STATES.flatMap((state) => STEPS.map((step) => [state, step] as const)))('%s: %s', (state, step) => {
	const allowed = ALLOWED.find(([from, by]) => from === state && by === step);
	expect(nextState(state, step)).toEqual(
		allowed
			? { ok: true, value: allowed[2] }
			: { ok: false, refusal: { code: 'votes.not-in-this-state', params: { state, step } } }
	);
});

test('choices are visible after publication only', () => {
	expect(VOTE_STATES.filter(choicesAreVisible)).toEqual(['published']);
});
