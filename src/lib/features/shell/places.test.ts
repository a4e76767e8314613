import { expect, test } from 'vitest';
import { homeOf, tabsFor } from './places.ts';

const community = { code: '110101001001', name: '枫林苑社区' };
const street = { code: '110101001', name: '清杨街道' };
const resident = { isStaff: false };
const staff = { isStaff: true };
const keys = (...args: Parameters<typeof tabsFor>) => tabsFor(...args).map((tab) => tab.key);
const current = (...args: Parameters<typeof tabsFor>) =>
	tabsFor(...args)
		.filter((tab) => tab.current)
		.map((tab) => tab.key);

test('a resident has four tabs, staff a fifth', () => {
	expect(keys('/', resident, null, community)).toEqual(['home', 'talk', 'board', 'me']);
	expect(keys('/', staff, null, community)).toEqual(['home', 'talk', 'board', 'me', 'desk']);
});

test('a visitor who has chosen no community gets no tab that leads nowhere', () => {
	expect(keys('/', null, null, null)).toEqual(['home', 'me']);
	expect(keys('/s/110101001', null, street, null)).toEqual(['home', 'me']);
});

test("home is one's own page, for a visitor the place looked at", () => {
	expect(tabsFor('/c/110101001001', resident, community, community)[0]!.href).toBe('/');
	expect(tabsFor('/c/110101001001', null, community, community)[0]!.href).toBe('/c/110101001001');
	expect(homeOf(street)).toBe('/s/110101001');
	expect(homeOf({ code: '110101', name: '区' })).toBe('/d/110101');
});

test.each([
	['/', ['home']],
	['/c/110101001001', ['home']],
	['/c/110101001001/roster', ['home']],
	['/c/110101001001/deliberation', ['talk']],
	['/c/110101001001/votes/1', ['talk']],
	['/c/110101001001/meetings/1/minutes', ['talk']],
	['/c/110101001001/disclosures', ['board']],
	['/me/account', ['me']],
	['/desk/cases', ['desk']]
])('%s lies under %s', (path, expected) => {
	expect(current(path, staff, community, community)).toEqual(expected);
});
