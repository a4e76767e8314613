import { describe, expect, it } from 'vitest';
import {
	begin,
	CITY_TEAM,
	COMMITTEE,
	FINISH,
	FIRE,
	go,
	hoursLater,
	LAMP,
	SIGN,
	STORIES,
	SUBMIT,
	TUESDAY,
	refusalOf,
	dueOf
} from '../case.fixture.ts';

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
