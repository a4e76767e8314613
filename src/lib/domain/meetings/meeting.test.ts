import { describe, expect, it } from 'vitest';
import { advance, possibleCommands, type MeetingCommand, type MeetingState, type MinutesPhase } from './meeting.ts';

type At = [MeetingState, MinutesPhase | null];

const STATES: At[] = [
	['draft', null],
	['collecting', null],
	['convened', null],
	['in-session', 'live'],
	['closed', 'chair'],
	['closed', 'review'],
	['sealed', 'sealed'],
	['disclosed', 'sealed'],
	['cancelled', null]
];

/** Each command, the only places it may start from, and where it leads. */
const ROWS: [MeetingCommand, At[], At][] = [
	['collect', [['draft', null]], ['collecting', null]],
	['convene', [['collecting', null]], ['convened', null]],
	['open', [['convened', null]], ['in-session', 'live']],
	['close', [['in-session', 'live']], ['closed', 'chair']],
	['start-review', [['closed', 'chair']], ['closed', 'review']],
	['seal', [['closed', 'review']], ['sealed', 'sealed']],
	['disclose', [['sealed', 'sealed']], ['disclosed', 'sealed']],
	[
		'cancel',
		[
			['draft', null],
			['collecting', null],
			['convened', null]
		],
		['cancelled', null]
	]
];

describe('the life of a meeting', () => {
	for (const [command, from, to] of ROWS) {
		for (const [state, phase] of STATES) {
			const fits = from.some(([s, p]) => s === state && p === phase);
			it(`${command} from ${state}/${phase ?? '-'} ${fits ? `leads to ${to[0]}` : 'is refused'}`, () => {
				const result = advance({ state, phase }, command);
				if (fits) expect(result).toEqual({ ok: true, value: { state: to[0], phase: to[1] } });
				else expect(result).toEqual({ ok: false, refusal: { code: 'meetings.not-now' } });
			});
		}
	}

	it('offers nothing once minutes are disclosed or the meeting is cancelled', () => {
		expect(possibleCommands({ state: 'disclosed', phase: 'sealed' })).toEqual([]);
		expect(possibleCommands({ state: 'cancelled', phase: null })).toEqual([]);
	});
});
