import { describe, expect, it } from 'vitest';
import {
	COMPANY,
	FINISH,
	go,
	hoursLater,
	LITTER,
	PASS,
	SOLVED,
	STORIES,
	TUESDAY,
	UNSOLVED,
	WORKS,
	refusalOf,
	dueOf
} from '../case.fixture.ts';

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
