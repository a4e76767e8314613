import { describe, expect, it } from 'vitest';
import {
	ACCEPT,
	at,
	begin,
	COMMITTEE,
	COMPANY,
	FIRE,
	go,
	hoursLater,
	LAMP,
	LITTER,
	STORIES,
	SUBMIT,
	TO_COMPANY,
	TUESDAY,
	tryTo,
	refusalOf,
	dueOf
} from '../case.fixture.ts';
import type { CaseState, Level } from '../case.ts';

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
