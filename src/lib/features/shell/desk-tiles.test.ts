import { expect, test } from 'vitest';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { tilesFor } from './desk-tiles.ts';

const over = (role: Role, areaCode = '990101001001', organisationKind: PartyKind = 'residents-committee') => ({
	role,
	areaCode,
	organisationKind
});
const places = (...appointments: Parameters<typeof tilesFor>[0]) => tilesFor(appointments).map((tile) => tile.href);

test('a convener calls meetings and drafts votes in the own community', () => {
	expect(places(over('convener'))).toEqual([
		'/c/990101001001/meetings',
		'/c/990101001001/meetings/new',
		'/c/990101001001/votes/new'
	]);
});

test('two appointments to the same work give one tile, two communities two', () => {
	expect(places(over('recorder'), over('chair'))).toEqual(['/c/990101001001/meetings']);
	expect(places(over('recorder'), over('recorder', '990101001002'))).toEqual([
		'/c/990101001001/meetings',
		'/c/990101001002/meetings'
	]);
});

test("the register of households is the residents' committee's clerk's alone", () => {
	expect(places(over('entry-clerk'))).toEqual(['/desk/people']);
	expect(places(over('entry-clerk', '990101001001', 'owners-committee'))).toEqual([]);
});

test('an office without work in communities gives no tile of theirs', () => {
	expect(places(over('convener', '990101001', 'street-office'))).toEqual([]);
	expect(places(over('residents-representative'))).toEqual([]);
});

test('system and security administrators find the administration; the audit administrator has no part in it', () => {
	expect(places(over('system-administrator', '990101', 'district-centre'))).toEqual(['/admin']);
	expect(places(over('security-administrator'))).toEqual(['/admin']);
	expect(places(over('audit-administrator', '990101', 'district-centre'))).toEqual([]);
});
