import {
	addMinutes,
	dueAfter,
	half,
	minutesBetween,
	type Due,
	type Limit,
	type WorkRegime
} from '#lib/domain/shared/working-time.ts';
import type { CaseClock, CaseFacts, CaseState, ClockKind } from './case.ts';
import type { Recipient } from './row.ts';
import type { ClockFamily } from './case.ts';
import { CLASS_LIMITS, WARNINGS, type Warning } from './limits.ts';

/** Until the matter is answered: the category's own limit where it has one, else the class's. */
export const feedbackLimit = (c: Pick<CaseFacts, 'class' | 'category'>): Limit =>
	c.category.limit ?? CLASS_LIMITS[c.class].feedback;

/** What a level above the first gets of its own: half. */
export const levelLimit = (c: Pick<CaseFacts, 'class' | 'category'>, regime: WorkRegime): Limit =>
	half(feedbackLimit(c), regime);

export function startClock(kind: ClockKind, from: Date, limit: Limit, regime: WorkRegime): CaseClock {
	const { at, provisional } = dueAfter(from, limit, regime);
	return { kind, startedAt: from, dueAt: at, limit, provisional };
}

/** The level clock set going again with what was left on it. */
export function resumeClock(stopped: { minutes: number; limit: Limit }, now: Date, regime: WorkRegime): CaseClock {
	const { at, provisional } = addMinutes(now, stopped.minutes, stopped.limit, regime);
	return { kind: 'level', startedAt: now, dueAt: at, limit: stopped.limit, provisional };
}

/** The clock given `minutes` more, in its own kind of time. */
export function extendClock(clock: CaseClock, minutes: number, regime: WorkRegime): CaseClock {
	const { at, provisional } = addMinutes(clock.dueAt, minutes, clock.limit, regime);
	return { ...clock, dueAt: at, provisional };
}

/** Minutes left in the clock's own kind of time, 0 when it has run out. */
export const minutesLeft = (clock: CaseClock, now: Date, regime: WorkRegime): number =>
	minutesBetween(now, clock.dueAt, clock.limit, regime);

/** How much of the clock has run, 0 to 1, in its own kind of time. */
export function shareRun(clock: CaseClock, now: Date, regime: WorkRegime): number {
	const whole = minutesBetween(clock.startedAt, clock.dueAt, clock.limit, regime);
	return whole === 0 ? 1 : Math.min(1, 1 - minutesLeft(clock, now, regime) / whole);
}

/** When the one who has the matter is warned: at 50 % and 80 % of the clock's own time. */
export function warningsOf(clock: CaseClock, regime: WorkRegime): { warning: Warning; at: Due }[] {
	const whole = minutesBetween(clock.startedAt, clock.dueAt, clock.limit, regime);
	return WARNINGS.map((warning) => ({
		warning,
		at: addMinutes(clock.startedAt, (whole * warning) / 100, clock.limit, regime)
	}));
}

/** Who is warned that a clock has run half and four fifths of its time: whoever must keep it. */
export const WARNED: Readonly<Record<ClockFamily, readonly Recipient[]>> = {
	accept: ['desk'],
	dispatch: ['desk'],
	sign: ['unit'],
	ruling: ['higher-desk'],
	level: ['unit', 'desk'],
	reporter: ['caller'],
	reply: ['reporter'],
	'report-in': ['desk'],
	verify: ['verifier'],
	'call-back': ['caller'],
	review: ['unit', 'desk']
};

/** The clock that whoever has the case now must keep. */
export const STEP_CLOCK: Readonly<Partial<Record<CaseState, ClockKind>>> = {
	submitted: 'accept',
	accepted: 'dispatch',
	dispatched: 'sign',
	disputed: 'ruling',
	handling: 'level',
	'waiting-reporter': 'reply',
	'on-account': 'review',
	verifying: 'verify',
	'calling-back': 'call-back'
};
