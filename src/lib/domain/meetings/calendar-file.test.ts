import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const event = {
	uid: '1@example.test',
	stamp: new Date('2026-11-20T02:00:00Z'),
	startsAt: new Date('2026-11-24T11:00:00Z'),
	title: '共建会议',
	place: '社区活动室',
	url: 'http://example.test/c/1/meetings/1'
};

describe('calendar file', () => {
	it('says when in UTC, and for how long', () => {
		const text = calendarFile(event);
		expect(text).toContain('DTSTART:20261124T110000Z\r\n');
		expect(text).toContain('DTEND:20261124T130000Z\r\n');
		expect(text).toContain('STATUS:CONFIRMED\r\n');
	});

	it('lets no title break out of its line, and folds without losing a character', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
				const text = calendarFile({ ...event, title });
				for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				const unfolded = text.replaceAll('\r\n ', '');
				const summary = unfolded.split('\r\n').filter((line) => line.startsWith('SUMMARY:'));
				expect(summary).toHaveLength(1);
				const back = summary[0]!.slice(8).replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
				expect(back).toBe(title.replace(/\r\n/g, '\n'));
			})
		);
	});
});
