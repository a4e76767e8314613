import { describe, expect, it } from 'vitest';
import {
	ACCEPT,
	at,
	begin,
	CITY_TEAM,
	COMMITTEE,
	COMPANY,
	FINISH,
	FIRE,
	go,
	hoursLater,
	LAMP,
	LITTER,
	PASS,
	SIGN,
	SOLVED,
	STORIES,
	SUBMIT,
	TO_COMPANY,
	TUESDAY,
	tryTo,
	UNSOLVED,
	WORKS,
	type Story
} from './case.fixture.ts';
import { clockOf, STATES, type CaseState, type ClockKind, type Level } from './case.ts';
import type { CaseCommand } from './commands.ts';
import { ACTS, TRANSITIONS } from './transitions.ts';

type StoryName = keyof typeof STORIES;
const dueOf = (story: Story, kind: ClockKind) => clockOf(story.facts, kind)?.dueAt;
const refusalOf = (story: Story, command: CaseCommand, hours = 0) => {
	const result = tryTo(story, command, hours);
	return result.ok ? null : result.refusal.code;
};

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

describe('submitted', () => {
	it('shows the emergency numbers before anything else', () => {
		const danger = { ...SUBMIT, text: '三楼冒烟,有人晕倒' };
		const refused = tryTo(begin(), danger);
		expect(refused).toMatchObject({ refusal: { code: 'cases.call-first', params: { numbers: '119 / 120' } } });
		expect(go(begin(), { ...danger, numbersShown: true }).facts.state).toBe('submitted');
		expect(refusalOf(begin(), { ...SUBMIT, placed: false })).toBe('cases.place-missing');
	});

	it('takes danger to the street, day and night, within 15 minutes', () => {
		const night = at('2026-11-28 23:00');
		const story = go(begin({ class: 'A', category: FIRE }, night), SUBMIT);
		expect(story.facts.level).toBe('small');
		expect(dueOf(story, 'accept')).toEqual(at('2026-11-28 23:15'));
		expect(go(STORIES.submitted(), { ...ACCEPT, class: 'A' }).facts.level).toBe('small');
	});

	it('takes a complaint one level above the body', () => {
		const about = (level: Level) => go(begin({ against: { organisationId: 'x', level } }), SUBMIT).facts.level;
		expect([about('micro'), about('small'), about('large')]).toEqual(['small', 'large', 'large']);
	});

	it('lets only street and district call it complex', () => {
		expect(refusalOf(STORIES.submitted(), { ...ACCEPT, class: 'D' })).toBe('cases.complex-needs-street');
		const small = go(begin({ against: { organisationId: 'x', level: 'micro' } }), SUBMIT, { ...ACCEPT, class: 'D' });
		expect(dueOf(small, 'level')).toEqual(hoursLater(TUESDAY, 15 * 24));
	});

	it('wants a lawful channel with a refusal, and hears one appeal within a working day', () => {
		expect(refusalOf(STORIES.submitted(), { act: 'refuse', reason: 'in-court', channel: ' ' })).toBe('cases.say-why');
		const appeal = { act: 'appeal', reason: '没有起诉' } as const;
		expect(refusalOf(STORIES.refused(), appeal, 32)).toBeNull();
		expect(refusalOf(STORIES.refused(), appeal, 32.1)).toBe('cases.appeal-too-late');
		const again = go(STORIES.refused(), appeal, { act: 'refuse', reason: 'in-court', channel: '向法院反映' });
		expect(refusalOf(again, appeal)).toBe('cases.appealed-already');
	});

	it.each([
		[{ categoryCode: LAMP.code }, 'cases.merge-other-category'],
		[{ metres: 251 }, 'cases.merge-too-far'],
		[{ metres: 250 }, null],
		[{ state: 'closed' as const }, 'cases.merge-master-closed'],
		[{ state: 'merged' as const }, 'cases.merge-master-closed'],
		[{ id: 'case' }, 'cases.merge-itself']
	])('merges only into an open like case nearby: %j', (over, code) => {
		const master = { id: 'master', state: 'handling' as CaseState, categoryCode: LITTER.code, metres: 10, ...over };
		expect(refusalOf(STORIES.submitted(), { act: 'merge', master })).toBe(code);
	});
});

describe('dispatch and dispute', () => {
	it('never makes a community body lead what is a department’s, nor the body complained about', () => {
		const traffic = go(STORIES.submitted(), { ...ACCEPT, category: LAMP });
		expect(refusalOf(traffic, { act: 'dispatch', unit: COMMITTEE })).toBe('cases.community-cannot-lead');
		expect(refusalOf(STORIES.accepted(), { act: 'dispatch', unit: COMMITTEE })).toBeNull();
		const up = go(STORIES.small(), { act: 'escalate', reason: 'owner-unclear', note: '不清' });
		expect(refusalOf(up, { act: 'dispatch', unit: COMMITTEE })).toBe('cases.send-down-instead');
		const about = go(begin({ against: { organisationId: 'company', level: 'micro' } }), SUBMIT, ACCEPT);
		expect(refusalOf(about, TO_COMPANY)).toBe('cases.unit-complained-about');
	});

	it('hears a dispute within the signing time, once a unit', () => {
		const dispute = { act: 'dispute', reason: '不归我们' } as const;
		expect(refusalOf(STORIES.dispatched(), dispute, 5)).toBeNull();
		expect(refusalOf(STORIES.dispatched(), dispute, 5.1)).toBe('cases.dispute-too-late');
		const back = go(
			STORIES.disputed(),
			{ act: 'uphold', unit: COMMITTEE, reason: '属实' },
			{ act: 'dispute', reason: '也不归我们' },
			{ act: 'uphold', unit: COMPANY, reason: '查明了' }
		);
		expect(refusalOf(back, dispute)).toBe('cases.disputed-already');
		expect(refusalOf(STORIES.disputed(), { act: 'uphold', unit: COMPANY, reason: 'x' })).toBe('cases.same-unit');
	});

	it('runs the level clock on through a dispute', () => {
		const level = dueOf(STORIES.dispatched(), 'level');
		expect(dueOf(STORIES.disputed(), 'level')).toEqual(level);
		expect(dueOf(go(STORIES.disputed(), { act: 'overrule', reason: 'x' }), 'level')).toEqual(level);
	});

	it('measures a change of class from where the clocks started', () => {
		const story = go(STORIES.accepted(), [2, { act: 'reclassify', class: 'B', reason: '漏水变大' }]);
		expect(dueOf(story, 'level')).toEqual(hoursLater(TUESDAY, 24));
		expect(dueOf(story, 'reporter')).toEqual(hoursLater(TUESDAY, 24));
		expect(refusalOf(story, { act: 'reclassify', class: 'D', reason: 'x' })).toBe('cases.complex-needs-street');
	});
});

describe('handling', () => {
	it('pauses for the reporter once, five days at most, and resumes with what was left', () => {
		const ask = { act: 'ask-reporter', question: '几单元?', days: 5 } as const;
		expect(refusalOf(STORIES.handling(), { ...ask, days: 6 })).toBe('cases.wait-too-long');
		const story = go(STORIES.handling(), [24, ask]);
		expect(dueOf(story, 'level')).toBeUndefined();
		const back = go(story, [48, { act: 'reply', answer: '二单元' }]);
		expect(dueOf(back, 'level')).toEqual(hoursLater(TUESDAY, (7 + 2) * 24));
		expect(dueOf(back, 'reporter')).toEqual(hoursLater(TUESDAY, 7 * 24));
		expect(refusalOf(back, ask)).toBe('cases.waited-already');
	});

	it('extends before the clock runs out, by the limit at most, and tells the reporter', () => {
		const ask = (hours: number) => ({ act: 'ask-extension', minutes: hours * 60, reason: '等配件' }) as const;
		expect(refusalOf(STORIES.handling(), ask(7 * 24 + 1))).toBe('cases.extension-too-long');
		expect(refusalOf(STORIES.handling(), ask(24), 7 * 24 + 1)).toBe('cases.extension-too-late');
		const asked = go(STORIES.handling(), ask(100));
		expect(refusalOf(asked, ask(1))).toBe('cases.extension-waiting');
		const once = go(asked, { act: 'grant-extension', note: '' });
		expect(once.last?.tell).toContain('reporter');
		expect(dueOf(once, 'level')).toEqual(hoursLater(TUESDAY, 7 * 24 + 100));
		expect(dueOf(once, 'reporter')).toEqual(hoursLater(TUESDAY, 7 * 24));
		expect(refusalOf(once, ask(69))).toBe('cases.extension-too-long');
		const second = go(once, ask(68));
		expect(refusalOf(second, { act: 'grant-extension', note: '' })).toBe('cases.say-why');
		const twice = go(second, { act: 'grant-extension', note: '同意' });
		expect(dueOf(twice, 'level')).toEqual(hoursLater(TUESDAY, 2 * 7 * 24));
		expect(refusalOf(twice, ask(1))).toBe('cases.extended-twice');
	});

	it('never extends danger', () => {
		const fire = { act: 'accept', class: 'A', category: FIRE } as const;
		const story = go(begin({ class: 'A', category: FIRE }), SUBMIT, fire, { act: 'dispatch', unit: CITY_TEAM }, SIGN);
		expect(refusalOf(story, { act: 'ask-extension', minutes: 1, reason: 'x' })).toBe('cases.no-extension-for-danger');
	});

	it('goes up for the reasons of its level, with half the limit and the resident’s clock untouched', () => {
		const up = go(STORIES.handling(), [24, { act: 'escalate', reason: 'no-authority', note: '要执法' }]);
		expect(dueOf(up, 'level')).toEqual(hoursLater(TUESDAY, 24 + 3.5 * 24));
		expect(dueOf(up, 'reporter')).toEqual(hoursLater(TUESDAY, 7 * 24));
		expect(dueOf(up, 'sign')).toBeUndefined();
		expect(up.facts.unit).toBeNull();
		const clueless = { act: 'escalate', reason: 'owner-unclear', note: 'x' } as const;
		expect(refusalOf(STORIES.handling(), clueless)).toBe('cases.reason-not-here');
		expect(refusalOf(STORIES.large(), clueless)).toBe('cases.nothing-above');
	});

	it('lets the reporter press it up a level once the resident’s clock has run out', () => {
		const story = go(
			STORIES.handling(),
			{ act: 'ask-extension', minutes: 60, reason: '等' },
			{ act: 'grant-extension', note: '' }
		);
		expect(refusalOf(story, { act: 'press', note: '' }, 7 * 24 - 0.1)).toBe('cases.not-due-yet');
		expect(go(story, [7 * 24, { act: 'press', note: '' }]).facts).toMatchObject({ state: 'accepted', level: 'small' });
	});

	it('whistles from the street only, keeps the lead unit, and hears each department once', () => {
		const whistle = { act: 'whistle', departments: ['fire-team', 'works'], reason: '会商' } as const;
		expect(refusalOf(STORIES.handling(), whistle)).toBe('cases.whistle-is-the-streets');
		const story = go(STORIES.small(), whistle);
		expect(story.facts.unit).toEqual(CITY_TEAM);
		expect(refusalOf(story, whistle)).toBe('cases.whistled-already');
		expect(refusalOf(STORIES.small(), { ...whistle, departments: [] })).toBe('cases.whistle-for-whom');
		const came = go(story, { act: 'report-in', department: 'works' });
		expect(refusalOf(came, { act: 'report-in', department: 'works' })).toBe('cases.not-whistled-for');
		expect(dueOf(came, 'report-in:fire-team')).toBeDefined();
	});

	it('goes down once, to a competent unit, never danger and never back to the level complained about', () => {
		const down = { act: 'send-down', unit: COMMITTEE, reason: '社区能办' } as const;
		expect(refusalOf(STORIES.handling(), down)).toBe('cases.nothing-below');
		const traffic = { ...STORIES.small(), facts: { ...STORIES.small().facts, category: LAMP } };
		expect(refusalOf(traffic, down)).toBe('cases.community-cannot-lead');
		const complaint = STORIES.small();
		complaint.facts.against = { organisationId: 'x', level: 'micro' };
		expect(refusalOf(complaint, down)).toBe('cases.complaint-stays-above');
		const again = go(
			STORIES.small(),
			down,
			SIGN,
			{ act: 'escalate', reason: 'no-authority', note: 'x' },
			{ act: 'dispatch', unit: CITY_TEAM },
			SIGN
		);
		expect(refusalOf(again, down)).toBe('cases.lowered-already');
	});

	it('puts on account only at the district, for at most 90 days', () => {
		const shelve = { act: 'put-on-account', reason: 'policy', note: '等规划', days: 91 } as const;
		expect(refusalOf(STORIES.small(), shelve)).toBe('cases.account-is-the-districts');
		expect(refusalOf(STORIES.large(), shelve)).toBe('cases.review-too-late');
	});

	it('wants a result, and a photo of a physical matter', () => {
		expect(refusalOf(STORIES.handling(), { ...FINISH, result: ' ' })).toBe('cases.result-missing');
		expect(refusalOf(STORIES.handling(), { ...FINISH, photos: 0 })).toBe('cases.photo-missing');
	});
});

describe('checked and called back', () => {
	it('stops the unit’s clock while others have the case, and gives back what was left', () => {
		const story = go(STORIES.handling(), [48, FINISH], [24, { act: 'fail', reason: '没清完' }]);
		expect(dueOf(story, 'level')).toEqual(hoursLater(TUESDAY, (7 + 1) * 24));
	});

	it('tries three times, then closes as unreached', () => {
		const missed = { act: 'call', contacted: false, note: '' } as const;
		const twice = go(STORIES.callingBack(), missed, [24, missed]);
		expect(twice.facts.state).toBe('calling-back');
		expect(go(twice, [24, missed]).facts).toMatchObject({ state: 'closed', outcome: 'unreached', clocks: [] });
	});

	it('reworks with half the time, and the second time goes up', () => {
		const once = go(STORIES.callingBack(), UNSOLVED);
		expect(once.facts.unit).toEqual(COMPANY);
		const second = go(once, FINISH, PASS, UNSOLVED);
		expect(second.facts).toMatchObject({ state: 'accepted', level: 'small', unit: null });
		const district = go(STORIES.large(), FINISH, PASS, UNSOLVED, FINISH, PASS, UNSOLVED);
		expect(district.facts).toMatchObject({ state: 'handling', level: 'large', supervised: true, unit: WORKS });
		expect(dueOf(district, 'level')).toEqual(hoursLater(TUESDAY, 3.5 * 24));
	});

	it('reopens within 14 days, twice, then a level up', () => {
		const reopen = { act: 'reopen', reason: '又有了' } as const;
		expect(refusalOf(STORIES.closed(), reopen, 14 * 24)).toBeNull();
		expect(refusalOf(STORIES.closed(), reopen, 14 * 24 + 0.1)).toBe('cases.reopen-too-late');
		const again = [reopen, FINISH, PASS, SOLVED] as const;
		const thrice = go(STORIES.closed(), ...again, ...again, reopen);
		expect(thrice.facts).toMatchObject({ state: 'accepted', level: 'small' });
	});

	it('records a call at expiry without changing the state', () => {
		const tell = { act: 'tell-progress', note: '已告知进展' } as const;
		expect(refusalOf(STORIES.handling(), tell)).toBe('cases.not-due-yet');
		expect(go(STORIES.handling(), [7 * 24, tell]).facts.state).toBe('handling');
	});

	it('lets safety go on as public interest when the reporter withdraws', () => {
		const story = STORIES.handling();
		story.facts.category = { ...LITTER, safety: true };
		const alone = go(story, { act: 'withdraw' });
		expect(alone.facts).toMatchObject({ state: 'handling', publicInterest: true });
		expect(go(alone, FINISH, PASS).facts).toMatchObject({ state: 'closed', outcome: 'public-interest' });
		const calling = STORIES.callingBack();
		calling.facts.class = 'A';
		expect(go(calling, { act: 'withdraw' }).facts).toMatchObject({ state: 'closed', clocks: [] });
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
