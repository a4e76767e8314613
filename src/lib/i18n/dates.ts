import { m } from '#lib/i18n/paraglide/messages.js';

/**
 * Dates and times as people in the community say them, always in Asia/Shanghai. China has had one zone and no
 * summer time since 1991, so the wall clock is UTC + 8 h: the same text on every server and in every browser.
 */
const SHANGHAI = 8 * 3_600_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A moment, its ISO text, or a plain day (`2026-11-24`, which begins at midnight in Shanghai). */
export type When = Date | string;

function asDate(when: When): Date {
	if (when instanceof Date) return when;
	return new Date(/^\d{4}-\d\d-\d\d$/.test(when) ? `${when}T00:00+08:00` : when);
}

interface Wall {
	year: number;
	month: number;
	day: number;
	weekday: number;
	hour: number;
	minute: number;
}

function wall(when: When): Wall {
	const at = new Date(asDate(when).getTime() + SHANGHAI);
	return {
		year: at.getUTCFullYear(),
		month: at.getUTCMonth() + 1,
		day: at.getUTCDate(),
		weekday: at.getUTCDay(),
		hour: at.getUTCHours(),
		minute: at.getUTCMinutes()
	};
}

const two = (number: number) => String(number).padStart(2, '0');

function weekdayOf(weekday: number): string {
	const names = [m.date_sun, m.date_mon, m.date_tue, m.date_wed, m.date_thu, m.date_fri, m.date_sat];
	return names[weekday]!();
}

function monthOf(month: number): string {
	const names = [
		...[m.date_jan, m.date_feb, m.date_mar, m.date_apr, m.date_may, m.date_jun],
		...[m.date_jul, m.date_aug, m.date_sep, m.date_oct, m.date_nov, m.date_dec]
	];
	return names[month - 1]!();
}

/** 19:00 */
export function time(when: When): string {
	const { hour, minute } = wall(when);
	return `${two(hour)}:${two(minute)}`;
}

/** 11月24日(周二); with the year where it is not the year of `now`. */
export function day(when: When, now: Date): string {
	const { year, month, day, weekday } = wall(when);
	const parts = { month: monthOf(month), day, weekday: weekdayOf(weekday) };
	return year === wall(now).year ? m.date_day(parts) : m.date_day_of_year({ ...parts, year });
}

const OFFICIAL = new Intl.DateTimeFormat('zh-CN', {
	timeZone: 'Asia/Shanghai',
	dateStyle: 'full',
	timeStyle: 'short'
});

/** 2026年11月24日星期二 19:00: in texts that are published, which are Chinese whoever reads them. */
export const officialDateTime = (at: Date): string => OFFICIAL.format(at);

/** 11月24日(周二)19:00 */
export function dateTime(when: When, now: Date): string {
	return m.date_at({ day: day(when, now), time: time(when) });
}

/** 11月24日(周二)19:00–21:00; both days in full where it goes over midnight. */
export function span(from: When, to: When, now: Date): string {
	const sameDay = dayNumber(from) === dayNumber(to);
	return m.date_span({ from: dateTime(from, now), to: sameDay ? time(to) : dateTime(to, now) });
}

/** Days since 1970 on Shanghai's calendar. */
function dayNumber(when: When): number {
	return Math.floor((asDate(when).getTime() + SHANGHAI) / DAY);
}

/** 今天, 昨天, 明天, 后天; any other day by its date. */
export function nearDay(when: When, now: Date): string {
	switch (dayNumber(when) - dayNumber(now)) {
		case -1:
			return m.date_yesterday();
		case 0:
			return m.date_today();
		case 1:
			return m.date_tomorrow();
		case 2:
			return m.date_after_tomorrow();
		default:
			return day(when, now);
	}
}

/** 明天 18:00, 今天 09:30; else 11月24日(周二)19:00. */
export function nearTime(when: When, now: Date): string {
	const apart = Math.abs(dayNumber(when) - dayNumber(now));
	return apart <= 1 ? m.date_near_at({ day: nearDay(when, now), time: time(when) }) : dateTime(when, now);
}

/** A length of time in its one largest fitting unit, never more than it is: 2 天, 22 小时, 35 分钟. */
export function length(milliseconds: number): string {
	if (milliseconds < HOUR) return m.date_minutes({ count: Math.floor(milliseconds / MINUTE) });
	if (milliseconds < 2 * DAY) return m.date_hours({ count: Math.floor(milliseconds / HOUR) });
	return m.date_days({ count: Math.floor(milliseconds / DAY) });
}

/** 还剩 2 天, or 逾期 35 分钟 from the due moment on. */
export function remaining(due: When, now: Date): string {
	const left = asDate(due).getTime() - now.getTime();
	if (Math.abs(left) < MINUTE) return left > 0 ? m.date_left_moment() : m.date_overdue_moment();
	return left > 0 ? m.date_left({ length: length(left) }) : m.date_overdue({ length: length(-left) });
}

export function isOver(due: When, now: Date): boolean {
	return asDate(due).getTime() <= now.getTime();
}

/** How urgent a due moment is, as a tone of Tag and Meter: over, within three days, or later. */
export function urgency(due: When, now: Date): 'late' | 'due' | 'info' {
	const left = asDate(due).getTime() - now.getTime();
	return left <= 0 ? 'late' : left < 3 * DAY ? 'due' : 'info';
}

/** 刚刚, 5 分钟前, 3 小时前; from yesterday on by the day. */
export function ago(when: When, now: Date): string {
	const passed = now.getTime() - asDate(when).getTime();
	if (passed < MINUTE) return m.date_just_now();
	if (passed < HOUR) return m.date_minutes_ago({ count: Math.floor(passed / MINUTE) });
	if (dayNumber(when) === dayNumber(now)) return m.date_hours_ago({ count: Math.floor(passed / HOUR) });
	return nearTime(when, now);
}

/** For `<time datetime>`: 2026-11-24T19:00+08:00. */
export function machine(when: When): string {
	return `${forInput(when)}+08:00`;
}

/** For `<time datetime>` of a day, and `<input type="date">`: 2026-11-24. */
export function machineDay(when: When): string {
	const { year, month, day } = wall(when);
	return `${year}-${two(month)}-${two(day)}`;
}

/** Wall time for `<input type="datetime-local">`: 2026-11-24T19:00. */
export function forInput(when: When): string {
	return `${machineDay(when)}T${time(when)}`;
}

/** What such an input sends, as a moment. Undefined for anything that is no day and time. */
export function fromInput(text: string): Date | undefined {
	if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text)) return undefined;
	const at = new Date(text.length === 10 ? `${text}T00:00+08:00` : `${text}+08:00`);
	return Number.isNaN(at.getTime()) || machineDay(at) !== text.slice(0, 10) ? undefined : at;
}
