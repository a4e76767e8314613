import { describe, expect, test } from 'vitest';
import type { Person } from '../shared/actor.ts';
import { PARTY_KINDS, ROLES, type PartyKind, type Role } from '../shared/roles.ts';
import { identityPolicy } from './identity.policy.ts';
import { fitsParty, rolesOf } from './roles-of-party.ts';

const DISTRICT = '990901';
const STREET = '990901001';
const COMMUNITY = '990901001001';
const NEIGHBOUR = '990901001002';

const holder = (role: Role, areaCode: string, organisationKind: PartyKind = 'district-centre'): Person => ({
	personId: `${role} ${areaCode}`,
	name: '某人',
	memberships: [{ role, areaCode, organisationKind, organisationId: 'o' }],
	residencies: [],
	ownerships: []
});
const system = holder('system-administrator', DISTRICT);
const security = holder('security-administrator', DISTRICT);
const own = holder('security-administrator', COMMUNITY, 'residents-committee');

const appointing = (actor: Person | null, role: Role, areaCode: string, more: object = {}) =>
	identityPolicy(actor, {
		act: 'appoint',
		personId: 'somebody',
		role,
		organisationKind: 'residents-committee',
		areaCode,
		noSecurityAdministrator: false,
		...more
	}).ok;

describe('appointing', () => {
	test('every role is given by the security administrator, in a party that has it', () => {
		for (const role of ROLES) {
			const kinds = PARTY_KINDS.filter((kind) => fitsParty(role, kind));
			expect(kinds.length, role).toBeGreaterThan(0);
			for (const organisationKind of PARTY_KINDS) {
				const given = appointing(security, role, COMMUNITY, { organisationKind });
				expect(given, `${role} in ${organisationKind}`).toBe(kinds.includes(organisationKind));
			}
		}
	});

	test('nobody but an administrator gives any role, nowhere', () => {
		for (const giver of ROLES.filter((role) => !/^(system|security)/.test(role))) {
			for (const role of rolesOf('residents-committee')) {
				expect(appointing(holder(giver, DISTRICT), role, COMMUNITY)).toBe(false);
			}
		}
		expect(appointing(null, 'publisher', COMMUNITY)).toBe(false);
	});

	test("a community's own administrator gives roles in the community and nowhere else", () => {
		expect(appointing(own, 'publisher', COMMUNITY)).toBe(true);
		expect(appointing(own, 'security-administrator', COMMUNITY)).toBe(true);
		for (const code of [NEIGHBOUR, STREET, DISTRICT]) expect(appointing(own, 'publisher', code)).toBe(false);
	});

	test('the system administrator appoints the first security administrator of an area, and nobody else', () => {
		const first = { noSecurityAdministrator: true };
		expect(appointing(system, 'security-administrator', COMMUNITY, first)).toBe(true);
		expect(appointing(system, 'security-administrator', COMMUNITY)).toBe(false);
		expect(appointing(system, 'publisher', COMMUNITY, first)).toBe(false);
	});

	test('nobody appoints oneself, and no party of an unknown kind gets anybody', () => {
		expect(appointing(security, 'publisher', COMMUNITY, { personId: security.personId })).toBe(false);
		expect(appointing(security, 'publisher', COMMUNITY, { organisationKind: undefined })).toBe(false);
	});
});

describe('accounts', () => {
	const managing = (actor: Person, areaCodes: string[], waitingSecurityAdministrator = false) =>
		identityPolicy(actor, {
			act: 'manage-credential',
			personId: 'somebody',
			areaCodes,
			waitingSecurityAdministrator
		}).ok;

	test('are managed by a security administrator who reaches every area of the person', () => {
		expect(managing(security, [COMMUNITY, STREET])).toBe(true);
		expect(managing(own, [COMMUNITY])).toBe(true);
		expect(managing(own, [COMMUNITY, NEIGHBOUR])).toBe(false);
		expect(managing(security, [])).toBe(false);
	});

	test('a system administrator hands the link again only to the security administrator nobody else could help', () => {
		expect(managing(system, [DISTRICT])).toBe(false);
		expect(managing(system, [DISTRICT], true)).toBe(true);
		expect(managing(holder('system-administrator', COMMUNITY), [DISTRICT], true)).toBe(false);
	});
});

test('areas are set up by system administrators, each within the own area', () => {
	const mayIn = (actor: Person, areaCode: string) => identityPolicy(actor, { act: 'set-up-areas', areaCode }).ok;
	expect(mayIn(system, COMMUNITY)).toBe(true);
	expect(mayIn(security, COMMUNITY)).toBe(false);
	expect(mayIn(holder('system-administrator', COMMUNITY), COMMUNITY)).toBe(true);
	expect(mayIn(holder('system-administrator', COMMUNITY), NEIGHBOUR)).toBe(false);
	expect(mayIn(system, '')).toBe(false);
});

test("the register is imported by the residents' committee's clerk of that community alone", () => {
	const mayImport = (actor: Person) => identityPolicy(actor, { act: 'import-register', areaCode: COMMUNITY }).ok;
	expect(mayImport(holder('entry-clerk', COMMUNITY, 'residents-committee'))).toBe(true);
	for (const other of [
		system,
		security,
		holder('entry-clerk', COMMUNITY, 'owners-committee'),
		holder('entry-clerk', NEIGHBOUR, 'residents-committee'),
		holder('publisher', COMMUNITY, 'residents-committee')
	])
		expect(mayImport(other)).toBe(false);
});
