import { describe, expect, it } from 'vitest';
import { overBy, spokenFor, timePerParty, type SpeechLine } from './hearing.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 11, minute));
const speech = (organisation: string | null, from: number | null, to: number | null, minutes = 3): SpeechLine => ({
	...{ id: `${organisation}${from}`, person: null, organisation, state: 'spoken', minutes, mine: false },
	...{ startedAt: from === null ? null : at(from), endedAt: to === null ? null : at(to) }
});

describe('time on the floor', () => {
	it.each([
		['who waits has none', null, null, 0, 0],
		['who speaks has it until now', 0, null, 10, 7],
		['who spoke has what it was', 0, 2, 2, 0],
		['a clock behind the start is none', 20, null, 0, 0]
	])('%s', (_, from, to, minutes, over) => {
		expect(spokenFor(speech('a', from, to), at(10))).toBe(minutes * 60_000);
		expect(overBy(speech('a', from, to), at(10))).toBe(over * 60_000);
	});

	it('is summed for each party, residents as one', () => {
		const all = [
			speech('物业', 0, 4),
			speech(null, 4, 6),
			speech('物业', 6, 7),
			speech(null, 7, null),
			speech('党委', null, null)
		];
		expect(
			timePerParty(all, at(12)).map(({ organisation, milliseconds }) => [organisation, milliseconds / 60_000])
		).toEqual([
			[null, 7],
			['物业', 5]
		]);
	});
});
