import { describe, expect, test } from 'vitest';
import { currentPeriod, isPeriodOf, periodsBefore } from './periods.ts';
import { dutyStanding, occurrenceStanding } from './radar.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const LONG_AGO = at('2020-01-01T00:00');
const names = (...args: Parameters<typeof periodsBefore>) => periodsBefore(...args).map(({ name }) => name);

describe('periods', () => {
	test('are those that are over, in the days of Shanghai', () => {
		expect(names('quarterly', at('2026-11-24T09:00'), 4)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4']);
		expect(names('monthly', at('2027-01-01T00:00'), 2)).toEqual(['2026-12', '2026-11']);
		expect(names('monthly', at('2026-12-31T23:59'), 1)).toEqual(['2026-11']);
		expect(names('half-yearly', at('2026-07-01T00:00'), 2)).toEqual(['2026-H1', '2025-H2']);
		expect(names('yearly', at('2026-12-31T23:59'), 2)).toEqual(['2025', '2024']);
		expect(names('standing', at('2026-11-24T09:00'), 2)).toEqual([]);
		expect(currentPeriod('quarterly', at('2026-11-24T09:00'))).toEqual({
			name: '2026-Q4',
			endsAt: at('2027-01-01T00:00')
		});
	});

	test.each<[Parameters<typeof isPeriodOf>[0], string | null, boolean]>([
		['quarterly', '2026-Q3', true],
		['quarterly', '2026-Q5', false],
		['quarterly', null, false],
		['monthly', '2026-13', false],
		['half-yearly', '2026-H2', true],
		['yearly', '2026', true],
		['standing', null, true],
		['standing', '2026', false],
		['on-occurrence', null, true]
	])('%s %s: %s', (cycle, period, holds) => expect(isPeriodOf(cycle, period)).toBe(holds));
});

describe('a duty that comes round each quarter, due 10 working days after it', () => {
	const duty = { cycle: 'quarterly', withinDays: 10 } as const;
	const stand = (published: string[], now: string, since = LONG_AGO) =>
		dutyStanding(duty, new Set(published), since, at(now));
	const year = ['2025-Q4', '2026-Q1', '2026-Q2'];

	// National Day 2026: 1-7 October are off, 10 October (Saturday) is worked
	test('has time, then comes near, then is overdue the moment its term ends', () => {
		const due = stand(year, '2026-10-01T00:00').dueAt!;
		expect(stand(year, '2026-10-01T00:00')).toMatchObject({ state: 'open', missing: ['2026-Q3'] });
		expect(dutyStanding(duty, new Set(year), LONG_AGO, new Date(+due - 10 * 86_400_000)).state).toBe('soon');
		expect(dutyStanding(duty, new Set(year), LONG_AGO, new Date(+due - 10 * 86_400_000 - 1)).state).toBe('open');
		expect(dutyStanding(duty, new Set(year), LONG_AGO, due).state).toBe('soon');
		expect(dutyStanding(duty, new Set(year), LONG_AGO, new Date(+due + 1)).state).toBe('overdue');
	});

	test('counts working days, not days', () => {
		const { dueAt } = stand(['2025-Q1', '2025-Q2', '2025-Q3'], '2026-01-02T00:00');
		// 10 working days after 31 December 2025 by the State Council's calendar: 1-3 January off, 4 January worked
		expect(dueAt).toEqual(at('2026-01-15T18:00'));
	});

	test('is done once the period is public, and says when the next is due', () => {
		const done = stand([...year, '2026-Q3'], '2026-11-24T09:00');
		expect(done).toMatchObject({ state: 'done', missing: [] });
		expect(done.dueAt! > at('2027-01-01T00:00')).toBe(true);
	});

	test('does not forget a period that was skipped, and is due since the oldest', () => {
		const skipped = stand(['2026-Q3'], '2026-11-24T09:00');
		expect(skipped).toMatchObject({ state: 'overdue', missing: ['2025-Q4', '2026-Q1', '2026-Q2'] });
		expect(skipped.dueAt! < at('2026-02-01T00:00')).toBe(true);
	});

	test('asks nothing of an organisation for what ended before it was there', () => {
		expect(stand([], '2026-11-24T09:00', at('2026-11-01T00:00')).state).toBe('done');
		expect(stand([], '2026-11-24T09:00', at('2026-08-01T00:00')).missing).toEqual(['2026-Q3']);
	});
});

test('what must always stand is due 20 working days after the organisation took up work', () => {
	const duty = { cycle: 'standing', withinDays: null } as const;
	const since = at('2026-11-02T09:00');
	expect(dutyStanding(duty, new Set(), since, at('2026-11-03T09:00')).state).toBe('open');
	expect(dutyStanding(duty, new Set(), since, at('2026-12-01T09:00')).state).toBe('overdue');
	expect(dutyStanding(duty, new Set(['']), since, at('2027-12-01T09:00'))).toMatchObject({
		state: 'done',
		dueAt: null
	});
});

test('what happens now and then is never missing by itself, but what has happened is', () => {
	const duty = { cycle: 'on-occurrence', withinDays: 5 } as const;
	expect(dutyStanding(duty, new Set(), LONG_AGO, at('2026-11-24T09:00')).state).toBe('on-occurrence');
	expect(occurrenceStanding(at('2026-11-24T09:00'), at('2026-11-24T09:01')).state).toBe('overdue');
	expect(occurrenceStanding(at('2026-11-30T09:00'), at('2026-11-24T09:01')).state).toBe('soon');
});
