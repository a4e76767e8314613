import { ok, refuse, type Result } from '../shared/result.ts';

/** 通知, an item of the catalogue, sealed minutes, the result of a vote. */
export const DISCLOSURE_KINDS = ['notice', 'catalogue', 'minutes', 'result'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

export type DisclosureState = 'draft' | 'in-review' | 'published' | 'superseded' | 'withdrawn';
export type DisclosureCommand = 'submit' | 'send-back' | 'publish' | 'supersede' | 'withdraw';

/** The life of a disclosure, row by row. A published text never changes: what corrects it is a new version. */
const STEPS: Record<DisclosureCommand, { from: readonly DisclosureState[]; to: DisclosureState }> = {
	submit: { from: ['draft'], to: 'in-review' },
	'send-back': { from: ['in-review'], to: 'draft' },
	publish: { from: ['in-review'], to: 'published' },
	supersede: { from: ['published'], to: 'superseded' },
	withdraw: { from: ['published', 'superseded'], to: 'withdrawn' }
};

/** The state a command leads to. Refusal: `disclosure.not-now`. */
export function advance(state: DisclosureState, command: DisclosureCommand): Result<DisclosureState> {
	const step = STEPS[command];
	return step.from.includes(state) ? ok(step.to) : refuse('disclosure.not-now');
}

/** Has it been public at some time: its place is there for good, whatever has become of its text. */
export const wasPublished = (state: DisclosureState): boolean => state !== 'draft' && state !== 'in-review';
