import { expect, test } from 'vitest';
import type { Person } from '../shared/actor.ts';
import type { Role } from '../shared/roles.ts';
import { communitiesOf, isStaff, placesOf } from './places-of.ts';

const person = (parts: Partial<Person>): Person => ({
	personId: 'p',
	name: '李桂兰',
	memberships: [],
	residencies: [],
	ownerships: [],
	...parts
});
const lives = (communityCode: string) => ({
	householdId: 'h',
	communityId: 'c',
	communityCode,
	propertyAreaId: 'a',
	buildingId: 'b',
	representative: false
});
const owns = (communityCode: string) => ({ unitId: 'u', communityCode, propertyAreaId: 'a', buildingId: 'b' });
const works = (areaCode: string, role: Role = 'recorder') => ({
	role,
	organisationId: 'o',
	organisationKind: 'residents-committee' as const,
	areaCode
});

test('home comes first, then what one owns, then where one works; each once', () => {
	const actor = person({
		residencies: [lives('110101001002')],
		ownerships: [owns('110101001001'), owns('110101001002')],
		memberships: [works('110101001'), works('110101001001')]
	});
	expect(placesOf(actor)).toEqual(['110101001002', '110101001001', '110101001']);
	expect(communitiesOf(actor)).toEqual(['110101001002', '110101001001']);
	expect(placesOf(null)).toEqual([]);
});

test.each<[Role, boolean]>([
	['residents-representative', false],
	['party-member', false],
	['delegate', true],
	['supervisor', true],
	['grid-worker', true]
])('%s has a desk: %s', (role, desk) => {
	expect(isStaff(person({ memberships: [works('110101001001', role)] }))).toBe(desk);
});

test('a resident without appointment has no desk', () => {
	expect(isStaff(person({ residencies: [lives('110101001001')] }))).toBe(false);
	expect(isStaff(null)).toBe(false);
});
