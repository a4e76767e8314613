import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as dates from './dates.ts';
import { overwriteGetLocale } from './paraglide/runtime.js';

const at = (text: string) => new Date(`${text}+08:00`);
const now = at('2026-11-24T15:00:00');
let locale: 'zh-CN' | 'en' = 'zh-CN';

beforeAll(() => overwriteGetLocale(() => locale));
afterAll(() => overwriteGetLocale(() => 'zh-CN'));

function inBoth(read: () => string): string[] {
	return (['zh-CN', 'en'] as const).map((one) => {
		locale = one;
		return read();
	});
}

describe('a moment', () => {
	test('is said in full, with the year only where it is another', () => {
		expect(inBoth(() => dates.dateTime(at('2026-11-24T19:00'), now))).toEqual([
			'11月24日(周二)19:00',
			'Tue 24 Nov, 19:00'
		]);
		expect(inBoth(() => dates.dateTime(at('2027-01-02T09:05'), now))).toEqual([
			'2027年1月2日(周六)09:05',
			'Sat 2 Jan 2027, 09:05'
		]);
	});

	test('is told in Shanghai, whatever zone the machine is in', () => {
		expect(dates.machine(new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-25T00:30+08:00');
		locale = 'zh-CN';
		expect(dates.dateTime(new Date('2026-12-31T16:00:00Z'), now)).toBe('2027年1月1日(周五)00:00');
	});

	test('of a plain day is that day', () => {
		expect(inBoth(() => dates.day('2026-11-24', now))).toEqual(['11月24日(周二)', 'Tue 24 Nov']);
		expect(dates.machineDay('2026-11-24')).toBe('2026-11-24');
	});

	test('with an end shows the second day only over midnight', () => {
		locale = 'zh-CN';
		expect(dates.span(at('2026-11-24T19:00'), at('2026-11-24T21:00'), now)).toBe('11月24日(周二)19:00–21:00');
		expect(dates.span(at('2026-11-24T23:00'), at('2026-11-25T01:00'), now)).toBe(
			'11月24日(周二)23:00–11月25日(周三)01:00'
		);
	});

	test.each([
		['2026-11-23T23:59', '昨天'],
		['2026-11-24T00:00', '今天'],
		['2026-11-25T00:00', '明天'],
		['2026-11-26T12:00', '后天'],
		['2026-11-27T12:00', '11月27日(周五)'],
		['2026-11-22T12:00', '11月22日(周日)']
	])('%s is %s', (text, said) => {
		locale = 'zh-CN';
		expect(dates.nearDay(at(text), now)).toBe(said);
	});

	test('near by is said by day and hour', () => {
		expect(inBoth(() => dates.nearTime(at('2026-11-25T18:00'), now))).toEqual(['明天 18:00', 'tomorrow 18:00']);
		expect(inBoth(() => dates.nearTime(at('2026-11-26T18:00'), now))).toEqual([
			'11月26日(周四)18:00',
			'Thu 26 Nov, 18:00'
		]);
	});
});

describe('what remains', () => {
	test.each([
		['2026-11-26T15:00:00', '还剩 2 天', '2 days left'],
		['2026-11-26T14:59:59', '还剩 47 小时', '47 hours left'],
		['2026-11-24T16:00:00', '还剩 1 小时', '1 hour left'],
		['2026-11-24T15:35:59', '还剩 35 分钟', '35 minutes left'],
		['2026-11-24T15:00:01', '只剩不到 1 分钟', 'less than a minute left'],
		['2026-11-24T15:00:00', '刚刚到期', 'just overdue'],
		['2026-11-24T14:25:00', '逾期 35 分钟', '35 minutes overdue'],
		['2026-11-21T14:25:00', '逾期 3 天', '3 days overdue']
	])('until %s', (due, chinese, english) => {
		expect(inBoth(() => dates.remaining(at(due), now))).toEqual([chinese, english]);
	});

	test('has a tone', () => {
		expect(dates.urgency(at('2026-11-24T15:00'), now)).toBe('late');
		expect(dates.urgency(at('2026-11-27T14:59'), now)).toBe('due');
		expect(dates.urgency(at('2026-11-27T15:00'), now)).toBe('info');
	});
});

test('what has passed', () => {
	expect(inBoth(() => dates.ago(at('2026-11-24T14:59:30'), now))).toEqual(['刚刚', 'just now']);
	expect(inBoth(() => dates.ago(at('2026-11-24T14:55'), now))).toEqual(['5 分钟前', '5 minutes ago']);
	expect(inBoth(() => dates.ago(at('2026-11-24T12:00'), now))).toEqual(['3 小时前', '3 hours ago']);
	expect(inBoth(() => dates.ago(at('2026-11-23T20:05'), now))).toEqual(['昨天 20:05', 'yesterday 20:05']);
});

describe('what a date field sends', () => {
	test('is wall time in Shanghai', () => {
		expect(dates.fromInput('2026-11-24T19:00')?.toISOString()).toBe('2026-11-24T11:00:00.000Z');
		expect(dates.fromInput('2026-11-24')?.toISOString()).toBe('2026-11-23T16:00:00.000Z');
	});

	test('comes back as it was typed', () => {
		expect(dates.forInput(dates.fromInput('2026-02-28T07:45')!)).toBe('2026-02-28T07:45');
	});

	test.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '2026-11-24T25:00', '24/11/2026', '2026-11-24T19:00Z'])(
		'%j is no day',
		(text) => expect(dates.fromInput(text)).toBeUndefined()
	);
});
