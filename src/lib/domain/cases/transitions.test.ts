import { describe, expect, it } from 'vitest';
import {
	ACCEPT,
	at,
	COMMITTEE,
	COMPANY,
	FINISH,
	go,
	PASS,
	SIGN,
	SOLVED,
	STORIES,
	SUBMIT,
	TO_COMPANY,
	UNSOLVED,
	refusalOf,
	dueOf
} from './case.fixture.ts';
import { STATES, type CaseState, type ClockKind, type Level } from './case.ts';
import type { CaseCommand } from './commands.ts';
import { ACTS, TRANSITIONS } from './transitions.ts';

type StoryName = keyof typeof STORIES;

describe('every row: from → to, and the clock it sets', () => {
	const rows: [StoryName, CaseCommand, CaseState, Level, ClockKind | null, string | null][] = [
		['draft', SUBMIT, 'submitted', 'micro', 'accept', '2026-11-24 12:00'],
		['submitted', ACCEPT, 'accepted', 'micro', 'dispatch', '2026-11-25 10:00'],
		['submitted', { act: 'refuse', reason: 'in-court', channel: '向法院反映' }, 'refused', 'micro', null, null],
		['refused', { act: 'appeal', reason: '没有起诉过' }, 'submitted', 'small', 'accept', '2026-11-24 12:00'],
		['accepted', TO_COMPANY, 'dispatched', 'micro', 'sign', '2026-11-24 15:00'],
		['accepted', { act: 'refer', reason: '权属不清' }, 'accepted', 'large', 'level', '2026-11-27 22:00'],
		['dispatched', SIGN, 'handling', 'micro', 'level', '2026-12-01 10:00'],
		['dispatched', { act: 'dispute', reason: '不归我们' }, 'disputed', 'micro', 'ruling', '2026-11-25 18:00'],
		['disputed', { act: 'uphold', unit: COMMITTEE, reason: '属实' }, 'dispatched', 'micro', 'sign', '2026-11-24 15:00'],
		['disputed', { act: 'overrule', reason: '合同写明' }, 'handling', 'micro', 'level', '2026-12-01 10:00'],
		[
			'handling',
			{ act: 'ask-reporter', question: '几单元?', days: 3 },
			'waiting-reporter',
			'micro',
			'reply',
			'2026-11-27 10:00'
		],
		['waiting', { act: 'reply', answer: '二单元' }, 'handling', 'micro', 'level', '2026-12-01 10:00'],
		[
			'handling',
			{ act: 'escalate', reason: 'several-units', note: '要城管' },
			'accepted',
			'small',
			'level',
			'2026-11-27 22:00'
		],
		[
			'small',
			{ act: 'escalate', reason: 'owner-unclear', note: '不清楚' },
			'accepted',
			'large',
			'level',
			'2026-11-27 22:00'
		],
		[
			'small',
			{ act: 'whistle', departments: ['fire-team'], reason: '会商' },
			'handling',
			'small',
			'report-in:fire-team',
			'2026-11-25 18:00'
		],
		[
			'small',
			{ act: 'send-down', unit: COMMITTEE, reason: '社区能办' },
			'dispatched',
			'micro',
			'level',
			'2026-11-27 22:00'
		],
		[
			'large',
			{ act: 'put-on-account', reason: 'seasonal', note: '等春天', days: 90 },
			'on-account',
			'large',
			'review',
			'2027-02-22 10:00'
		],
		['onAccount', { act: 'resume' }, 'handling', 'large', 'level', '2026-11-27 22:00'],
		['handling', FINISH, 'verifying', 'micro', 'verify', '2026-11-25 18:00'],
		['verifying', PASS, 'calling-back', 'micro', 'call-back', '2026-12-01 10:00'],
		['verifying', { act: 'fail', reason: '还有垃圾' }, 'handling', 'micro', 'level', '2026-12-01 10:00'],
		['callingBack', SOLVED, 'closed', 'micro', null, null],
		['callingBack', UNSOLVED, 'handling', 'micro', 'level', '2026-11-27 22:00'],
		['closed', { act: 'reopen', reason: '又堆起来' }, 'handling', 'micro', 'level', '2026-11-27 22:00'],
		['handling', { act: 'withdraw' }, 'withdrawn', 'micro', null, null],
		['merged', { act: 'unmerge' }, 'submitted', 'micro', 'accept', '2026-11-24 12:00'],
		['merged', { act: 'follow', unit: COMPANY }, 'calling-back', 'micro', 'call-back', '2026-12-01 10:00']
	];
	it.each(rows)('%s, %j → %s at %s, %s %s', (name, command, state, level, kind, due) => {
		const story = go(STORIES[name](), command);
		expect(story.facts.state).toBe(state);
		expect(story.facts.level).toBe(level);
		if (kind) expect(dueOf(story, kind)).toEqual(at(due!));
		expect(story.entries.at(-1)).toMatchObject({ command: command.act, toState: state, toLevel: level });
	});

	it('refuses every act in every state its row does not name', () => {
		const commands = new Map<string, CaseCommand>([...rows.map(([, c]) => [c.act, c] as const)]);
		for (const act of ACTS) {
			const command = commands.get(act) ?? ({ act, note: '', reason: '', departments: [] } as unknown as CaseCommand);
			for (const state of STATES.filter((s) => !TRANSITIONS[act].from.includes(s))) {
				const story = STORIES.submitted();
				expect(refusalOf({ ...story, facts: { ...story.facts, state } }, command)).toBe('cases.not-now');
			}
		}
	});
});

it('writes what every clock read, and the words that were said', () => {
	const { entries } = go(STORIES.handling(), [24, { act: 'escalate', reason: 'no-authority', note: '要执法权' }]);
	expect(entries.at(-1)).toMatchObject({
		reason: '要执法权',
		data: {
			reason: 'no-authority',
			readings: expect.arrayContaining([expect.objectContaining({ clock: 'level', minutesLeft: 6 * 24 * 60 })])
		}
	});
});
