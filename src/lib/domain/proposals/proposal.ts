import { ok, refuse, type Result } from '../shared/result.ts';
import { OFFICE, dueAfter, workingDays } from '../shared/working-time.ts';

export const PROPOSAL_STATES = ['gathering', 'ready', 'on-agenda', 'declined', 'withdrawn', 'lapsed'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalCommand =
	| 'reach' // enough people stand behind it
	| 'lapse' // the term for gathering is over
	| 'withdraw' // by its author
	| 'place' // on the agenda of a meeting
	| 'decline'
	| 'release'; // that meeting was cancelled, or the item taken off before the notice went out

const TABLE: Record<ProposalState, Partial<Record<ProposalCommand, ProposalState>>> = {
	gathering: { reach: 'ready', lapse: 'lapsed', withdraw: 'withdrawn' },
	ready: { place: 'on-agenda', decline: 'declined', withdraw: 'withdrawn' },
	'on-agenda': { release: 'ready' },
	declined: {},
	withdrawn: {},
	lapsed: {}
};

/** The state after the command. Refusal: `proposals.not-now`. */
export function advance(state: ProposalState, command: ProposalCommand): Result<ProposalState> {
	const next = TABLE[state][command];
	return next ? ok(next) : refuse('proposals.not-now');
}

/** May people stand behind it, or take that back? After it was reached the number may still change, the state does not. */
export const takesSupport = (state: ProposalState): boolean => state === 'gathering' || state === 'ready';

/** No statute sets these: a community that has set nothing asks for ten people, within 60 days. */
export const DEFAULT_NEEDED = 10;
export const MOST_NEEDED = 1000;
export const GATHER_DAYS = 60;
/** As a public inquiry: ten working days. */
export const ANSWER_WORKING_DAYS = 10;
/** So many proposals of one person may gather support in one community at a time. */
export const MOST_GATHERING = 3;

export const gatherUntil = (now: Date): Date => new Date(now.getTime() + GATHER_DAYS * 86_400_000);
export const answerDueAt = (now: Date): Date => dueAfter(now, workingDays(ANSWER_WORKING_DAYS), OFFICE).at;

/** How many people are still missing; 0 once it is reached. */
export const missing = ({ needed, supporters }: { needed: number; supporters: number }): number =>
	Math.max(0, needed - supporters);
