import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	CITY_TEAM,
	draft,
	go,
	hoursLater,
	LITTER,
	runOut,
	STORIES,
	TO_COMPANY,
	tryTo,
	TUESDAY
} from './case.fixture.ts';
import { clockOf, type CaseState, type ClockKind, type Level } from './case.ts';
import { extendClock, feedbackLimit, minutesLeft, resumeClock, shareRun, startClock, warningsOf } from './clocks.ts';
import { CLASSES, CLASS_LIMITS } from './limits.ts';
import { half, hours, OFFICE, workingDays, workingHours, type Limit } from '#lib/domain/shared/working-time.ts';

describe('a clock that runs out', () => {
	const whistled = () => go(STORIES.small(), { act: 'whistle', departments: ['fire-team'], reason: '会商' });
	const rows: [string, () => ReturnType<typeof STORIES.draft>, ClockKind, CaseState, Level, boolean][] = [
		['acceptance is recorded', STORIES.submitted, 'accept', 'submitted', 'micro', false],
		['dispatch is recorded', STORIES.accepted, 'dispatch', 'accepted', 'micro', false],
		['unsigned goes up', STORIES.dispatched, 'sign', 'accepted', 'small', false],
		['a ruling is recorded', STORIES.disputed, 'ruling', 'disputed', 'micro', false],
		['overdue undispatched goes up', STORIES.accepted, 'level', 'accepted', 'small', false],
		['overdue unsigned goes up', STORIES.dispatched, 'level', 'accepted', 'small', false],
		['overdue in dispute goes up', STORIES.disputed, 'level', 'accepted', 'small', false],
		['overdue in hand goes up', STORIES.handling, 'level', 'accepted', 'small', false],
		['overdue at the street goes to the district', STORIES.small, 'level', 'accepted', 'large', false],
		['overdue at the district is supervised', STORIES.large, 'level', 'handling', 'large', true],
		['nobody reported in', whistled, 'report-in:fire-team', 'accepted', 'large', false],
		['no reply resumes', STORIES.waiting, 'reply', 'handling', 'micro', false],
		['the resident’s clock is recorded', STORIES.handling, 'reporter', 'handling', 'micro', false],
		['a check is recorded', STORIES.verifying, 'verify', 'verifying', 'micro', false],
		['calls not made are recorded', STORIES.callingBack, 'call-back', 'calling-back', 'micro', false],
		['the review date resumes', STORIES.onAccount, 'review', 'handling', 'large', false]
	];
	it.each(rows)('%s', (_, story, kind, state, level, supervised) => {
		const before = story();
		const due = clockOf(before.facts, kind)!.dueAt;
		const after = go(before, [(due.getTime() - before.now.getTime()) / 3_600_000, runOut(before, kind)]);
		expect(after.facts).toMatchObject({ state, level, supervised });
		expect(clockOf(after.facts, kind)?.dueAt).not.toEqual(due);
		expect(after.entries.at(-1)).toMatchObject({ command: 'expire', dueAt: due, data: { clock: kind } });
		expect(after.last?.tell.length).toBeGreaterThan(0);
	});

	it('does nothing where it is stale', () => {
		const story = STORIES.handling();
		expect(tryTo(story, { act: 'expire', clock: 'sign', dueAt: story.now })).toMatchObject({
			refusal: { code: 'cases.clock-stale' }
		});
	});

	it('goes micro → small → large → supervised by itself, each level with half the limit from when it ran', () => {
		let story = go(STORIES.handling(), [7 * 24, { act: 'expire', clock: 'level', dueAt: TUESDAY }]);
		expect(clockOf(story.facts, 'level')?.dueAt).toEqual(hoursLater(TUESDAY, 10.5 * 24));
		story = go(story, [3.5 * 24, { act: 'expire', clock: 'level', dueAt: TUESDAY }]);
		expect(story.facts.level).toBe('large');
		story = go(story, [3.5 * 24, { act: 'expire', clock: 'level', dueAt: TUESDAY }]);
		expect(story.facts).toMatchObject({ state: 'accepted', level: 'large', supervised: true });
		expect(story.facts.reporterDueAt).toEqual(hoursLater(TUESDAY, 7 * 24));
	});

	it('gives a higher desk its own dispatching time', () => {
		const up = go(STORIES.dispatched(), [5, { act: 'expire', clock: 'sign', dueAt: TUESDAY }]);
		expect(clockOf(up.facts, 'dispatch')?.dueAt).toEqual(hoursLater(TUESDAY, 29));
		expect(clockOf(go(up, { act: 'dispatch', unit: CITY_TEAM }).facts, 'dispatch')).toBeUndefined();
	});
});

describe('limits', () => {
	it.each([
		['A', 60, 120],
		['B', 120, 24 * 60],
		['C', 24 * 60, 7 * 24 * 60],
		['D', 24 * 60, 15 * 24 * 60]
	] as const)('class %s: dispatch %i min, feedback %i min', (cls, dispatch, feedback) => {
		expect(CLASS_LIMITS[cls]).toMatchObject({ dispatch: { minutes: dispatch }, feedback: { minutes: feedback } });
	});

	it('a category’s own limit holds, in working time', () => {
		const category = { ...LITTER, limit: workingDays(2) };
		const story = go(STORIES.submitted({ category }), { act: 'accept', class: 'B', category }, TO_COMPANY);
		expect(clockOf(story.facts, 'level')?.dueAt).toEqual(new Date('2026-11-26T18:00:00+08:00'));
		const up = go(story, { act: 'expire', clock: 'sign', dueAt: TUESDAY });
		expect(clockOf(up.facts, 'level')?.limit).toEqual(workingHours(8));
	});
});

describe('for any clock', () => {
	const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-11-30'), noInvalidDate: true });
	const limit: fc.Arbitrary<Limit> = fc.oneof(
		fc.integer({ min: 1, max: 400 }).map(hours),
		fc.integer({ min: 1, max: 80 }).map(workingHours),
		fc.integer({ min: 1, max: 15 }).map(workingDays)
	);

	it('warns at half and at four fifths of its own time, in order and before it is due', () => {
		fc.assert(
			fc.property(moment, limit, (from, l) => {
				const clock = startClock('level', from, l, OFFICE);
				const [first, second] = warningsOf(clock, OFFICE).map(({ at }) => at.at);
				expect(first! <= second! && second! <= clock.dueAt).toBe(true);
				expect(shareRun(clock, first!, OFFICE)).toBeCloseTo(0.5, 6);
				expect(shareRun(clock, second!, OFFICE)).toBeCloseTo(0.8, 6);
			})
		);
	});

	it('a pause of any length loses and wins nothing', () => {
		fc.assert(
			fc.property(
				moment,
				limit,
				fc.integer({ min: 0, max: 200 }),
				fc.integer({ min: 0, max: 500 }),
				(from, l, run, rest) => {
					const clock = startClock('level', from, l, OFFICE);
					const stop = hoursLater(from, run);
					fc.pre(stop < clock.dueAt);
					const left = minutesLeft(clock, stop, OFFICE);
					const resumed = resumeClock({ minutes: left, limit: l }, hoursLater(stop, rest), OFFICE);
					expect(minutesLeft(resumed, resumed.startedAt, OFFICE)).toBeCloseTo(left, 6);
					expect(resumed.dueAt >= clock.dueAt).toBe(true);
				}
			)
		);
	});

	it('an extension adds exactly what was granted', () => {
		fc.assert(
			fc.property(moment, limit, fc.integer({ min: 1, max: 2000 }), (from, l, more) => {
				const clock = startClock('level', from, l, OFFICE);
				const extended = extendClock(clock, more, OFFICE);
				const whole = minutesLeft(clock, from, OFFICE);
				expect(minutesLeft(extended, from, OFFICE)).toBeCloseTo(whole + more, 6);
			})
		);
	});

	it('half of every class’s feedback limit is half its length', () => {
		for (const cls of CLASSES) {
			const whole = feedbackLimit(draft({ class: cls }));
			expect(half(whole)).toMatchObject({ minutes: (whole as { minutes: number }).minutes / 2 });
		}
	});
});
