import { describe, expect, test } from 'vitest';
import { awaited, settledReading, standingOf, type PaperFacts, type Reading } from './paper.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 1));
const read = (...readings: Reading[]) => readings.map((reading, i) => ({ reading, at: at(27 + i) }));
const paper = (readings: Reading[], more: Partial<PaperFacts> = {}): PaperFacts => ({
	readings: read(...readings),
	votedOnline: false,
	contested: false,
	upheld: null,
	...more
});

describe('what a sheet of paper says', () => {
	test.each<[Reading[], Reading | undefined]>([
		[[], undefined],
		[['for'], undefined],
		[['for', 'for'], 'for'],
		[['for', 'against'], undefined],
		[['for', 'against', 'against'], 'against'],
		[['for', 'against', 'spoiled'], 'spoiled'],
		[['void', 'void'], 'void']
	])('read as %j it says %s', (readings, said) => {
		expect(settledReading(read(...readings))?.reading).toBe(said);
	});
});

describe('where a sheet of paper stands', () => {
	test.each<[string, PaperFacts, number, string]>([
		['nobody has read it', paper([]), 27, 'unread'],
		['one has read it', paper(['for']), 27, 'unread'],
		['two saw different things', paper(['for', 'against']), 28, 'differs'],
		['two saw the same', paper(['for', 'for']), 28, 'counts'],
		['it cannot be attributed', paper(['void', 'void']), 28, 'void'],
		['its entry voted online too, and is shown it', paper(['for', 'for'], { votedOnline: true }), 30, 'shown'],
		['three days later nobody has contested it', paper(['for', 'for'], { votedOnline: true }), 31, 'counts'],
		['it is contested', paper(['for', 'for'], { votedOnline: true, contested: true }), 40, 'contested'],
		['it is upheld', paper(['for', 'for'], { votedOnline: true, contested: true, upheld: true }), 29, 'counts'],
		['it is not upheld', paper(['for', 'for'], { votedOnline: true, contested: true, upheld: false }), 29, 'set-aside']
	])('%s', (_, facts, day, state) => {
		expect(standingOf(facts, at(day)).state).toBe(state);
	});

	test('publication waits for people, then for the longest term', () => {
		const shown = standingOf(paper(['for', 'for'], { votedOnline: true }), at(29));
		const counts = standingOf(paper(['for', 'for']), at(29));
		expect(awaited([])).toBe('ready');
		expect(awaited([counts])).toBe('ready');
		expect(awaited([counts, shown])).toEqual(at(31));
		expect(awaited([shown, { state: 'unread' }])).toBe('somebody');
		expect(awaited([shown, { state: 'contested' }])).toBe('somebody');
	});
});
