import holidays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/**
 * Two ways to measure time: natural, which never stops, and working time on the State Council's calendar of
 * holidays and make-up days. All dates are days in Asia/Shanghai, which has kept UTC+8 without summer time since 1991.
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SHANGHAI = 8 * 60 * MINUTE;

/** Which days are worked. `knownThrough` is the last day (`YYYY-MM-DD`) the State Council has announced. */
export interface WorkCalendar {
	isWorkday(day: string): boolean;
	knownThrough: string;
}

/** A calendar and the office hours of a working day, as minutes after midnight, in order, without overlap. */
export interface WorkRegime {
	calendar: WorkCalendar;
	hours: readonly (readonly [from: number, to: number])[];
}

/** A point in time that is due. `provisional`: it lies beyond the announced calendar and may still move. */
export interface Due {
	at: Date;
	provisional: boolean;
}

export type Limit =
	| { unit: 'natural'; minutes: number }
	| { unit: 'working-hours'; minutes: number }
	| { unit: 'working-days'; days: number };

export const minutes = (n: number): Limit => ({ unit: 'natural', minutes: n });
export const hours = (n: number): Limit => minutes(n * 60);
export const days = (n: number): Limit => hours(n * 24);
export const workingHours = (n: number): Limit => ({ unit: 'working-hours', minutes: n * 60 });
export const workingDays = (n: number): Limit => ({ unit: 'working-days', days: n });

/** The day in Asia/Shanghai, `YYYY-MM-DD`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + SHANGHAI).toISOString().slice(0, 10);
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`) - SHANGHAI;

/** The calendar as published with the package: Monday to Friday where nothing was announced. */
export function announcedCalendar(data: { holidays: object; workdays: object } = holidays): WorkCalendar {
	const years = Object.keys(data.holidays).map((day) => day.slice(0, 4));
	return {
		knownThrough: `${years.reduce((last, year) => (year > last ? year : last), '0000')}-12-31`,
		isWorkday(day) {
			if (day in data.holidays) return false;
			const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
			return day in data.workdays || (weekday !== 0 && weekday !== 6);
		}
	};
}

/** Office hours unless configured otherwise: 09:00-12:00 and 13:00-18:00. */
export const OFFICE: WorkRegime = {
	calendar: announcedCalendar(),
	hours: [
		[9 * 60, 12 * 60],
		[13 * 60, 18 * 60]
	]
};

export const minutesPerDay = (regime: WorkRegime): number =>
	regime.hours.reduce((sum, [from, to]) => sum + to - from, 0);

/** The working spans from `from` on, in order, clipped to begin no earlier than `from`; endless. */
function* spansFrom(from: Date, regime: WorkRegime): Generator<[start: number, end: number]> {
	if (minutesPerDay(regime) <= 0) throw new Error('A work regime without working hours never ends');
	for (let day = midnight(dayOf(from)); ; day += DAY) {
		if (!regime.calendar.isWorkday(dayOf(new Date(day)))) continue;
		for (const [start, end] of regime.hours) {
			const until = day + end * MINUTE;
			if (until > from.getTime()) yield [Math.max(day + start * MINUTE, from.getTime()), until];
		}
	}
}

const due = (at: number, regime: WorkRegime): Due => ({
	at: new Date(at),
	provisional: dayOf(new Date(at)) > regime.calendar.knownThrough
});

/** `n` working minutes after `from`: 18:00 rather than 09:00 of the next day where the last one ends with the day. */
export function addWorkingMinutes(from: Date, n: number, regime: WorkRegime = OFFICE): Due {
	let left = n * MINUTE;
	if (left <= 0) return due(from.getTime(), regime);
	for (const [start, end] of spansFrom(from, regime)) {
		if (end - start >= left) return due(start + left, regime);
		left -= end - start;
	}
	throw new Error('unreachable');
}

/**
 * The close of work on the n-th working day after the day of `from`. The first day does not count, and where an
 * office has business hours the term ends when business ends (Civil Code, articles 201 and 203).
 */
export function addWorkingDays(from: Date, n: number, regime: WorkRegime = OFFICE): Due {
	let day = midnight(dayOf(from));
	for (let left = n; left > 0;) {
		day += DAY;
		if (regime.calendar.isWorkday(dayOf(new Date(day)))) left--;
	}
	return due(day + (regime.hours.at(-1)?.[1] ?? 0) * MINUTE, regime);
}

/** Working minutes between two moments, 0 where `to` is not after `from`. */
export function workingMinutesBetween(from: Date, to: Date, regime: WorkRegime = OFFICE): number {
	let sum = 0;
	if (to <= from) return sum;
	for (const [start, end] of spansFrom(from, regime)) {
		if (start >= to.getTime()) break;
		sum += Math.min(end, to.getTime()) - start;
	}
	return sum / MINUTE;
}

/** When a limit that starts at `from` runs out. Natural time is never provisional. */
export function dueAfter(from: Date, limit: Limit, regime: WorkRegime = OFFICE): Due {
	switch (limit.unit) {
		case 'natural':
			return { at: new Date(from.getTime() + limit.minutes * MINUTE), provisional: false };
		case 'working-hours':
			return addWorkingMinutes(from, limit.minutes, regime);
		case 'working-days':
			return addWorkingDays(from, limit.days, regime);
		default:
			return limit satisfies never;
	}
}

/** Minutes between two moments, measured the way `limit` measures; 0 where `to` is not after `from`. */
export function minutesBetween(from: Date, to: Date, limit: Limit, regime: WorkRegime = OFFICE): number {
	if (limit.unit !== 'natural') return workingMinutesBetween(from, to, regime);
	return Math.max(0, (to.getTime() - from.getTime()) / MINUTE);
}

/** `n` minutes after `from`, measured the way `limit` measures. */
export function addMinutes(from: Date, n: number, limit: Limit, regime: WorkRegime = OFFICE): Due {
	return dueAfter(from, { unit: limit.unit === 'natural' ? 'natural' : 'working-hours', minutes: n }, regime);
}

/** The length of a limit in minutes of its own kind; a working day is as long as the regime's hours. */
export const lengthOf = (limit: Limit, regime: WorkRegime = OFFICE): number =>
	limit.unit === 'working-days' ? limit.days * minutesPerDay(regime) : limit.minutes;

/** Half of a limit, in the same kind of time: half of one working day is half its working minutes. */
export function half(limit: Limit, regime: WorkRegime = OFFICE): Limit {
	return { unit: limit.unit === 'natural' ? 'natural' : 'working-hours', minutes: lengthOf(limit, regime) / 2 };
}
