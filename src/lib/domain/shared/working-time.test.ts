import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addWorkingDays,
	addWorkingMinutes,
	announcedCalendar,
	days,
	dueAfter,
	half,
	hours,
	lengthOf,
	minutesBetween,
	OFFICE,
	workingDays,
	workingHours,
	workingMinutesBetween,
	type WorkRegime
} from './working-time.ts';

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);

describe('the announced calendar', () => {
	it.each([
		['2026-10-09', true, 'an ordinary Friday'],
		['2026-10-10', true, 'a make-up Saturday'],
		['2026-10-11', false, 'the Sunday after it'],
		['2026-10-01', false, 'National Day'],
		['2026-02-14', true, 'a make-up Saturday before Spring Festival'],
		['2031-05-05', true, 'a Monday nobody has announced yet']
	])('%s worked: %s (%s)', (day, worked) => {
		expect(OFFICE.calendar.isWorkday(day)).toBe(worked);
	});
});

describe('working minutes', () => {
	it.each([
		['2026-11-24 08:00', 60, '2026-11-24 10:00', 'before opening'],
		['2026-11-24 11:30', 60, '2026-11-24 13:30', 'over the lunch break'],
		['2026-11-24 12:20', 5 * 60, '2026-11-24 18:00', 'from lunch to the very close'],
		['2026-11-24 17:00', 120, '2026-11-25 10:00', 'over night'],
		['2026-11-27 17:30', 60, '2026-11-30 09:30', 'over the weekend'],
		['2026-09-30 17:00', 120, '2026-10-08 10:00', 'over the National Day holiday'],
		['2026-10-09 17:00', 120, '2026-10-10 10:00', 'into a make-up Saturday']
	])('%s + %i min = %s (%s)', (from, n, expected) => {
		expect(addWorkingMinutes(at(from), n).at).toEqual(at(expected));
	});

	it('measures nothing between a close and the next opening', () => {
		expect(workingMinutesBetween(at('2026-11-27 18:00'), at('2026-11-30 09:00'))).toBe(0);
		expect(workingMinutesBetween(at('2026-11-30 10:00'), at('2026-11-30 09:00'))).toBe(0);
	});

	it('follows configured hours', () => {
		const regime: WorkRegime = { ...OFFICE, hours: [[8 * 60, 12 * 60]] };
		expect(addWorkingMinutes(at('2026-11-24 11:00'), 120, regime).at).toEqual(at('2026-11-25 09:00'));
		expect(lengthOf(workingDays(2), regime)).toBe(480);
	});

	it('refuses a regime that never works', () => {
		expect(() => addWorkingMinutes(at('2026-11-24 11:00'), 1, { ...OFFICE, hours: [] })).toThrow();
	});
});

describe('working days', () => {
	it.each([
		['2026-11-24 09:00', 1, '2026-11-25 18:00', 'the first day does not count'],
		['2026-11-27 20:00', 1, '2026-11-30 18:00', 'over the weekend'],
		['2026-11-28 10:00', 1, '2026-11-30 18:00', 'from a Saturday'],
		['2026-09-30 10:00', 3, '2026-10-10 18:00', 'over the holiday, a make-up Saturday counts']
	])('%s + %i = %s (%s)', (from, n, expected) => {
		expect(addWorkingDays(at(from), n).at).toEqual(at(expected));
	});
});

describe('beyond the announced calendar', () => {
	it('is provisional, and moves when the next year is announced', () => {
		const known = announcedCalendar({ holidays: { '2026-10-01': '' }, workdays: {} });
		const later = announcedCalendar({
			holidays: { '2026-10-01': '', '2027-01-01': '' },
			workdays: { '2027-01-03': '' }
		});
		const from = at('2026-12-31 17:00');
		expect(addWorkingMinutes(from, 120, { ...OFFICE, calendar: known })).toEqual({
			at: at('2027-01-01 10:00'),
			provisional: true
		});
		expect(addWorkingMinutes(from, 120, { ...OFFICE, calendar: later })).toEqual({
			at: at('2027-01-03 10:00'),
			provisional: false
		});
	});

	it('never makes natural time provisional', () => {
		expect(dueAfter(at('2031-01-01 00:00'), days(1))).toEqual({ at: at('2031-01-02 00:00'), provisional: false });
	});
});

it('halves a limit in its own kind of time', () => {
	expect(half(hours(24))).toEqual(hours(12));
	expect(half(workingHours(4))).toEqual(workingHours(2));
	expect(half(workingDays(1))).toEqual(workingHours(4));
});

describe('for any moment and any length', () => {
	const moment = fc.date({ min: at('2025-12-20 00:00'), max: at('2027-02-10 00:00'), noInvalidDate: true });
	const length = fc.integer({ min: 1, max: 60 * 8 * 40 });

	it('adding and measuring are inverse', () => {
		fc.assert(fc.property(moment, length, (m, n) => workingMinutesBetween(m, addWorkingMinutes(m, n).at) === n));
	});

	it('a due time lies within office hours of a working day', () => {
		fc.assert(
			fc.property(moment, length, (m, n) => {
				const local = new Date(addWorkingMinutes(m, n).at.getTime() + 8 * 3_600_000);
				const minute = local.getUTCHours() * 60 + local.getUTCMinutes() + local.getUTCSeconds() / 60;
				expect(OFFICE.calendar.isWorkday(local.toISOString().slice(0, 10))).toBe(true);
				expect(OFFICE.hours.some(([from, to]) => minute > from && minute <= to + 1 / 60)).toBe(true);
			})
		);
	});

	it('more minutes are never due earlier, and a later start never is', () => {
		fc.assert(
			fc.property(moment, length, length, (m, n, more) => {
				const once = addWorkingMinutes(m, n).at;
				const twice = addWorkingMinutes(m, n + more).at;
				const shifted = addWorkingMinutes(new Date(m.getTime() + more * 60_000), n).at;
				expect(twice > once && shifted >= once).toBe(true);
			})
		);
	});

	it('adding in two steps is adding once', () => {
		fc.assert(
			fc.property(moment, length, length, (m, a, b) => {
				expect(addWorkingMinutes(addWorkingMinutes(m, a).at, b).at).toEqual(addWorkingMinutes(m, a + b).at);
			})
		);
	});

	it('working time never outruns natural time, and adds up', () => {
		fc.assert(
			fc.property(moment, length, length, (m, a, b) => {
				const mid = new Date(m.getTime() + a * 60_000);
				const end = new Date(mid.getTime() + b * 60_000);
				const whole = workingMinutesBetween(m, end);
				expect(whole).toBeLessThanOrEqual(minutesBetween(m, end, hours(1)));
				expect(workingMinutesBetween(m, mid) + workingMinutesBetween(mid, end)).toBeCloseTo(whole, 6);
			})
		);
	});
});
