import { expect, test } from 'vitest';
import { nextSteps, type CommunitySetUp, type SetUpFacts } from './next-steps.ts';

const both = { system: true, security: true };
const empty: SetUpFacts = {
	districts: [{ code: '990901', name: '区', streets: 0 }],
	streets: [],
	communities: [],
	securityAdministratorAt: 'centre'
};
const community = (more: Partial<CommunitySetUp>): CommunitySetUp => ({
	code: '990901001001',
	name: '社区',
	committeeId: 'c',
	propertyAreas: 1,
	hasClerk: true,
	hasConvener: true,
	households: 10,
	...more
});
const keys = (facts: Partial<SetUpFacts>, by = both) =>
	nextSteps({ ...empty, districts: [], securityAdministratorAt: null, ...facts }, by).map(({ key }) => key);

test('after the first start: a street, and somebody who appoints people', () => {
	expect(nextSteps(empty, { system: true, security: false })).toEqual([
		{ key: 'street', name: '区', count: 1, href: '/admin/areas/990901#below' },
		{ key: 'security-administrator', name: '', count: 1, href: '/admin/staff/new?organisation=centre' }
	]);
});

test('then a community, its committee, an estate, people, the list; and nothing once all is there', () => {
	expect(keys({ streets: [{ code: '990901001', name: '街', communities: 0 }] })).toEqual(['community']);
	expect(keys({ communities: [community({ committeeId: null, propertyAreas: 0, hasClerk: false })] })).toEqual([
		'committee',
		'property-area'
	]);
	expect(keys({ communities: [community({ hasClerk: false, hasConvener: false, households: 0 })] })).toEqual([
		'clerk',
		'convener'
	]);
	expect(keys({ communities: [community({ households: 0 })] })).toEqual(['households']);
	expect(keys({ communities: [community({})] })).toEqual([]);
});

test('what somebody else does has no link; several places are counted, the first is named', () => {
	const lacking = [community({ hasClerk: false }), community({ name: '另一个', hasClerk: false })];
	expect(
		nextSteps({ ...empty, districts: [], communities: lacking }, { system: true, security: false })
	).toContainEqual({ key: 'clerk', name: '社区', count: 2, href: null });
	expect(
		nextSteps({ ...empty, districts: [], communities: lacking }, { system: false, security: true })
	).toContainEqual({ key: 'clerk', name: '社区', count: 2, href: '/admin/staff/new?organisation=c' });
});
