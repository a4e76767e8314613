import { lengthOf, type Limit, type WorkRegime } from '#lib/domain/shared/working-time.ts';
import { clockOf, higher, type CaseClock, type CaseFacts, type CaseState, type ClockKind, type Level } from './case.ts';
import { feedbackLimit, levelLimit, minutesLeft, resumeClock, startClock } from './clocks.ts';
import type { Command } from './commands.ts';
import { CALL_BACK_TRIES, CLASS_LIMITS, REOPENS, type CaseClass } from './limits.ts';
import type { Change } from './row.ts';

/** What several rows of the table do alike. */

export const atLeast = (level: Level, least: Level): Level =>
	least === 'large' || (least === 'small' && level === 'micro') ? least : level;

/** Danger starts at the street's duty desk; a complaint about a body one level above that body. */
export function firstLevel(c: Pick<CaseFacts, 'against'>, cls: CaseClass): Level {
	const least: Level = c.against ? (higher(c.against.level) ?? 'large') : 'micro';
	return cls === 'A' ? atLeast(least, 'small') : least;
}

/** Up a level, to the higher desk, without a unit. At the district there is nothing above: it is supervised (督办). */
export function levelUp(c: CaseFacts): Change {
	const level = higher(c.level);
	return level ? { level, unit: null, handlerId: null, stopped: null } : { supervised: true };
}
export const upTo = (c: CaseFacts, atLarge: CaseState = c.state): CaseState =>
	c.level === 'large' ? atLarge : 'accepted';

/** The higher desk has its own time to dispatch, and the new level half the limit; the resident's clock is not touched. */
export function levelUpClocks(after: CaseFacts, now: Date, regime: WorkRegime, before: CaseFacts): CaseClock[] {
	if (after.level === before.level) return [];
	return [dispatchClock(after, now, regime), startClock('level', now, levelLimit(after, regime), regime)];
}

/** As above; at the district, where nothing is above, the same unit gets half the time again. */
function levelUpOrAgain(after: CaseFacts, now: Date, regime: WorkRegime, before: CaseFacts): CaseClock[] {
	return after.level === before.level
		? [halfLevelClock(after, now, regime)]
		: levelUpClocks(after, now, regime, before);
}
export const halfLevelClock = (c: CaseFacts, now: Date, regime: WorkRegime): CaseClock =>
	startClock('level', now, levelLimit(c, regime), regime);

/** The level's clock measured anew after a change of class, from when it started: whole where it was whole. */
export function remeasuredLevelClock(after: CaseFacts, now: Date, regime: WorkRegime, before: CaseFacts): CaseClock {
	const running = clockOf(before, 'level');
	const whole = !running || lengthOf(running.limit, regime) >= lengthOf(feedbackLimit(before), regime);
	const limit: Limit = whole ? feedbackLimit(after) : levelLimit(after, regime);
	return startClock('level', running?.startedAt ?? now, limit, regime);
}

export const dispatchClock = (c: CaseFacts, now: Date, regime: WorkRegime): CaseClock =>
	startClock('dispatch', now, CLASS_LIMITS[c.class].dispatch, regime);
export const signClock = (c: CaseFacts, now: Date, regime: WorkRegime): CaseClock =>
	startClock('sign', now, CLASS_LIMITS[c.class].sign, regime);
export const acceptClock = (c: CaseFacts, now: Date, regime: WorkRegime): CaseClock =>
	startClock('accept', now, CLASS_LIMITS[c.class].accept, regime);

/** Measured from the submission, whatever has happened since: class and category may change it, nothing restarts it. */
export function reporterClock(c: CaseFacts, now: Date, regime: WorkRegime): CaseClock {
	return startClock('reporter', c.submittedAt ?? now, feedbackLimit(c), regime);
}

/** Stops the level clock and keeps what is left; a clock that has run out already leaves nothing. */
export function stopLevel(c: CaseFacts, now: Date, regime: WorkRegime): Change {
	const clock = clockOf(c, 'level');
	return { stopped: clock ? { minutes: minutesLeft(clock, now, regime), limit: clock.limit } : null };
}
export const resumeLevel = (before: CaseFacts, now: Date, regime: WorkRegime): CaseClock[] =>
	before.stopped ? [resumeClock(before.stopped, now, regime)] : [];

/** The clocks of work under way, whistles included. */
export const workClocks = (c: CaseFacts): ClockKind[] =>
	c.clocks.map((clock) => clock.kind).filter((kind) => kind !== 'reporter' && kind !== 'accept');
export const allClocks = (c: CaseFacts): ClockKind[] => c.clocks.map((clock) => clock.kind);

/** What an answer to a call-back leads to. */
export type AfterCall = 'call-again' | 'unreached' | 'solved' | 'rework' | 'level-up';
export function afterCall(c: CaseFacts, said: Command<'call'> | Command<'answer'>): AfterCall {
	if ('contacted' in said && !said.contacted) return c.history.tries + 1 < CALL_BACK_TRIES ? 'call-again' : 'unreached';
	if (said.solved) return 'solved';
	return c.history.unsolved === 0 ? 'rework' : 'level-up';
}

const STATE_AFTER: Record<Exclude<AfterCall, 'level-up'>, CaseState> = {
	'call-again': 'calling-back',
	unreached: 'closed',
	solved: 'closed',
	rework: 'handling'
};
export function stateAfterCall(c: CaseFacts, said: Command<'call'> | Command<'answer'>): CaseState {
	const next = afterCall(c, said);
	return next === 'level-up' ? upTo(c, 'handling') : STATE_AFTER[next];
}

export function changeAfterCall(c: CaseFacts, said: Command<'call'> | Command<'answer'>, now: Date): Change {
	const next = afterCall(c, said);
	if (next === 'level-up') return { ...levelUp(c), stopped: null };
	if (next === 'rework') return { stopped: null };
	return next === 'call-again' ? {} : { endedAt: now, outcome: next };
}

export function clocksAfterCall(
	after: CaseFacts,
	said: Command<'call'> | Command<'answer'>,
	now: Date,
	regime: WorkRegime,
	before: CaseFacts
): CaseClock[] {
	switch (afterCall(before, said)) {
		case 'rework':
			return [halfLevelClock(after, now, regime)];
		case 'level-up':
			return levelUpOrAgain(after, now, regime, before);
		default:
			return [];
	}
}
export function stopAfterCall(c: CaseFacts, said: Command<'call'> | Command<'answer'>): ClockKind[] {
	const next = afterCall(c, said);
	if (next === 'call-again') return [];
	return next === 'solved' || next === 'unreached' ? allClocks(c) : ['call-back'];
}

/** The reporter has reopened it as often as one level is asked to try. */
export const reopenedEnough = (c: CaseFacts): boolean => c.history.reopens >= REOPENS;

export function changeOnReopen(c: CaseFacts): Change {
	return { ...(reopenedEnough(c) ? levelUp(c) : {}), stopped: null, endedAt: null, outcome: null };
}

/** Half the time to do it again; and the resident's clock goes on if it has not run out meanwhile. */
export function clocksOnReopen(after: CaseFacts, now: Date, regime: WorkRegime, before: CaseFacts): CaseClock[] {
	const reporter = reporterClock(after, now, regime);
	const work = reopenedEnough(before)
		? levelUpOrAgain(after, now, regime, before)
		: [halfLevelClock(after, now, regime)];
	return reporter.dueAt > now ? [...work, reporter] : work;
}

/** A matter of safety goes on as public interest when its reporter withdraws. */
export const goesOnAlone = (c: CaseFacts): boolean => c.category.safety || c.class === 'A';

/** There is nobody left to call back. */
export const stateWithoutReporter = (c: CaseFacts): CaseState => (c.state === 'calling-back' ? 'closed' : c.state);
export const endWithoutReporter = (c: CaseFacts, now: Date): Change =>
	c.publicInterest ? { endedAt: now, outcome: 'public-interest' } : {};

export function changeOnWithdraw(c: CaseFacts, _: object, now: Date): Change {
	if (!goesOnAlone(c)) return { endedAt: now };
	return c.state === 'calling-back'
		? { publicInterest: true, endedAt: now, outcome: 'public-interest' }
		: { publicInterest: true };
}
