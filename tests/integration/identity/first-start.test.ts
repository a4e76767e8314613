import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import {
	addArea,
	addBuilding,
	addParty,
	addPropertyArea,
	addUnit,
	areaToSetUp,
	buildingToSetUp,
	changeArea,
	changeBuilding,
	changeParty,
	dissolveParty,
	propertyAreaToSetUp,
	saveGrid,
	stepsToGo
} from '#lib/server/community/index.ts';
import { membership, unit } from '#lib/server/db/schema/index.ts';
import {
	administeredCodes,
	appointByPhone,
	buildingLetters,
	choosePassword,
	createResident,
	createStaff,
	endAppointment,
	ensureFirstAdministratorLink,
	importRegister,
	issueLetters,
	joinHousehold,
	readLetters,
	resetPassword,
	rolesToGive,
	setUp,
	signIn,
	uploadRegister
} from '#lib/server/identity/index.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { resolveSession } from '#lib/server/platform/sessions.ts';
import { useDatabase } from '../../support/database.ts';
import { familyRows, listCsv } from '../../support/register-list.ts';

const database = useDatabase();
const visitor = { address: '192.0.2.1', device: null };
const DISTRICT = '990901';
const STREET = `${DISTRICT}001`;
const COMMUNITY = `${STREET}001`;

const here = () => database.as(null).database;
const tokenOf = (path: string) => new URL(path, 'http://here.invalid').searchParams.get('token')!;
const refusal = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
function value<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
	if (!result.ok) throw new Error(result.refusal.code);
	return result.value;
}
const steps = async (actor: Person) => {
	const ctx = database.as(actor);
	return (await stepsToGo(ctx, administeredCodes(ctx))).map(({ key }) => key);
};
async function arrive(path: string, login: string): Promise<Person> {
	const password = 'a-chosen-secret-2';
	value(await choosePassword(here(), { token: tokenOf(path), password }, visitor));
	const entered = value(await signIn(here(), { login, password }, visitor));
	if (!('token' in entered)) throw new Error('no session');
	return (await resolveSession(here(), entered.token))!.actor;
}

let system: Person;
let security: Person;
let clerk: Person;
const parties = {} as Record<PartyKind, string>;
const party = async (code: string, kind: PartyKind, name: string) => {
	parties[kind] = value(await addParty(database.as(system), code, { kind, name })).organisationId;
};
const staff = (by: Person, login: string, role: Role, kind: PartyKind) =>
	createStaff(database.as(by), { name: login, login, role, organisationId: parties[kind] });

describe('an empty database becomes a working community', () => {
	beforeAll(async () => {
		const path = (await ensureFirstAdministratorLink(here()))!;
		const wanted = {
			name: '系统',
			login: 'xitong',
			password: 'a-first-secret-1',
			districtCode: DISTRICT,
			districtName: '测试区'
		};
		const { token } = value(await setUp(here(), tokenOf(path), wanted, visitor));
		system = (await resolveSession(here(), token))!.actor;
	});

	test('the first administrator is told what is missing, and sets up street, community, parties and estate', async () => {
		expect(administeredCodes(database.as(system))).toEqual([DISTRICT]);
		expect(await steps(system)).toEqual(['street', 'security-administrator']);
		const ctx = database.as(system);
		expect(value(await addArea(ctx, DISTRICT, { digits: '001', name: '测试街道' })).code).toBe(STREET);
		expect(refusal(await addArea(ctx, DISTRICT, { digits: '001', name: '又一个' }))).toBe('community.code-taken');
		const community = { digits: '001', name: '甲社区', kind: 'village', letters: 'JSQ' } as const;
		expect(refusal(await addArea(ctx, STREET, { ...community, kind: undefined }))).toBe('community.kind-missing');
		expect(value(await addArea(ctx, STREET, community)).code).toBe(COMMUNITY);
		expect(refusal(await addArea(ctx, STREET, { ...community, digits: '002' }))).toBe('community.letters-taken');
		expect(refusal(await addArea(ctx, COMMUNITY, community))).toBe('form.not-found');
		expect(await steps(system)).toEqual(['security-administrator', 'committee', 'property-area']);
		await party(COMMUNITY, 'residents-committee', '甲村村民委员会');
		await party(COMMUNITY, 'property-company', '甲物业');
		await party(STREET, 'street-office', '测试街道办事处');
		const twice = { kind: 'residents-committee', name: '另一个村委会' } as const;
		expect(refusal(await addParty(ctx, COMMUNITY, twice))).toBe('community.party-known');
		expect(refusal(await addParty(ctx, STREET, twice))).toBe('community.party-kind-misplaced');
		const estate = { name: '甲小区', propertyCompanyId: parties['property-company'] };
		const { propertyAreaId } = value(await addPropertyArea(ctx, COMMUNITY, estate));
		expect(refusal(await addPropertyArea(ctx, COMMUNITY, estate))).toBe('community.property-area-taken');
		expect(
			refusal(await addPropertyArea(ctx, COMMUNITY, { name: '乙', ownersCommitteeId: parties['street-office'] }))
		).toBe('form.not-found');
		expect(value(await propertyAreaToSetUp(ctx, propertyAreaId)).propertyArea).toMatchObject(estate);
		const centre = value(await areaToSetUp(ctx, DISTRICT)).parties[0]!;
		parties['district-centre'] = centre.id;
	});

	test('grids are drawn, buildings and units added and corrected by hand', async () => {
		const ctx = database.as(system);
		const ring = [
			[116, 39],
			[116.01, 39],
			[116.01, 39.01],
			[116, 39]
		];
		const geojson = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
		value(await saveGrid(ctx, COMMUNITY, { name: '第一网格' }));
		value(await saveGrid(ctx, COMMUNITY, { name: '第二网格', geojson }));
		const grids = value(await areaToSetUp(ctx, COMMUNITY)).grids;
		expect(grids.map(({ code, polygon }) => [code, polygon?.length ?? 0])).toEqual([
			[`${COMMUNITY}001`, 0],
			[`${COMMUNITY}002`, 4]
		]);
		value(await saveGrid(ctx, COMMUNITY, { id: grids[0]!.id, name: '东一网格', geojson }));
		const { propertyAreas } = value(await areaToSetUp(ctx, COMMUNITY));
		const { buildingId } = value(await addBuilding(ctx, propertyAreas[0]!.id, { name: '9号楼', gridId: grids[0]!.id }));
		const facts = { entrance: null, floor: 1, room: '101', squareMetres: '89.4', areaSource: 'register' } as const;
		const { unitId } = value(await addUnit(ctx, buildingId, facts));
		expect(refusal(await addUnit(ctx, buildingId, facts))).toBe('community.unit-taken');
		value(await changeBuilding(ctx, buildingId, { name: '10号楼', gridId: null }));
		expect(value(await buildingToSetUp(ctx, buildingId)).units[0]).toMatchObject({
			...{ id: unitId, label: '10号楼101', areaCenti: '8940' }
		});
	});

	test('the system administrator appoints the first security administrator, who appoints everybody else', async () => {
		expect(refusal(await staff(system, 'juwei', 'convener', 'residents-committee'))).toBe('form.forbidden');
		const first = value(await staff(system, 'anquan', 'security-administrator', 'district-centre'));
		const again = value(await resetPassword(database.as(system), first.personId));
		expect(
			refusal(await choosePassword(here(), { token: tokenOf(first.path), password: 'long-enough-1' }, visitor))
		).toBe('identity.link-over');
		security = await arrive(again.path, 'anquan');
		expect(refusal(await resetPassword(database.as(system), first.personId))).toBe('form.forbidden');
		expect(await steps(security)).toEqual(['clerk', 'convener']);
		expect(value(await rolesToGive(database.as(security), parties['property-company'])).roles).not.toContain(
			'entry-clerk'
		);
		expect(refusal(await staff(security, 'buxing', 'entry-clerk', 'property-company'))).toBe('form.forbidden');
		const made = value(await staff(security, 'dengji', 'entry-clerk', 'residents-committee'));
		clerk = await arrive(made.path, 'dengji');
		value(await staff(security, 'zhaoji', 'convener', 'residents-committee'));
		expect(await steps(security)).toEqual(['households']);
	});

	test('the clerk imports thirty households and prints their letters; a resident comes in with one', async () => {
		const ctx = database.as(clerk);
		const file = { name: '名单.csv', bytes: Buffer.from(listCsv(familyRows(30, '甲小区'))) };
		const { importId } = value(await uploadRegister(ctx, COMMUNITY, file));
		const { counts } = value(await importRegister(ctx, importId));
		expect(counts).toMatchObject({ households: { added: 30 }, people: { added: 60 }, owners: { added: 30 } });
		expect(await steps(security)).toEqual([]);
		const building = value(await buildingLetters(ctx, COMMUNITY)).find(({ households }) => households === 30)!;
		expect(value(await issueLetters(ctx, { buildingId: building.id })).count).toBe(30);
		const printed = value(await readLetters(ctx, { buildingId: building.id }));
		expect(printed.kind).toBe('village');
		expect(new Set(printed.letters.map(({ code }) => code)).size).toBe(30);
		const { headName, code } = printed.letters[7]!;
		const { token } = value(
			await createResident(here(), { phone: '13900000007', name: headName, adult: true }, visitor)
		);
		const resident = (await resolveSession(here(), token))!.actor;
		const joined = value(await joinHousehold(database.as(resident), code, visitor.address));
		expect(joined.state).toBe('confirmed');
		expect((await loadActor(here(), resident.personId))!.residencies).toHaveLength(1);
	});

	test('a resident is appointed by phone; an administrator needs an account with a password', async () => {
		const by = { phone: '139 0000 0007', organisationId: parties['residents-committee'] };
		const wanted = { ...by, role: 'residents-representative' as const };
		const { personId } = value(await appointByPhone(database.as(security), wanted));
		expect((await loadActor(here(), personId))!.memberships).toHaveLength(1);
		expect(refusal(await appointByPhone(database.as(security), { ...by, role: 'audit-administrator' }))).toBe(
			'identity.login-needed'
		);
	});

	test('an appointment ends with a reason that stays and that the person is told', async () => {
		const made = value(await staff(security, 'linshi', 'publisher', 'residents-committee'));
		const [row] = await database.db.select().from(membership).where(eq(membership.personId, made.personId));
		value(await endAppointment(database.as(security), row!.id, '借调期满'));
		const [ended] = await database.db.select().from(membership).where(eq(membership.id, row!.id));
		expect(ended).toMatchObject({ endReason: '借调期满', endedBy: security.personId });
		const told = await database.db.query.notification.findMany({ where: (n, { eq }) => eq(n.personId, made.personId) });
		expect(told.map(({ kind }) => kind).sort()).toEqual(['appointed', 'appointment-ended']);
		const own = security.memberships[0]!;
		const [last] = await database.db.select().from(membership).where(eq(membership.personId, security.personId));
		expect(refusal(await endAppointment(database.as(security), last!.id, '自己'))).toBe('form.forbidden');
		expect(own.role).toBe('security-administrator');
	});

	test('a party with people is not dissolved, an empty one is, and its name stays in what it did', async () => {
		const ctx = database.as(system);
		expect(refusal(await dissolveParty(ctx, parties['residents-committee']))).toBe('community.party-staffed');
		value(await dissolveParty(ctx, parties['property-company']));
		expect(refusal(await changeParty(ctx, parties['property-company'], { name: '新名' }))).toBe(
			'community.party-dissolved'
		);
		const { propertyAreas } = value(await areaToSetUp(ctx, COMMUNITY));
		expect(value(await propertyAreaToSetUp(ctx, propertyAreas[0]!.id)).propertyArea.propertyCompanyId).toBeNull();
	});

	test('nobody else sets anything up', async () => {
		const [one] = await database.db.select().from(unit).limit(1);
		for (const actor of [null, security, clerk]) {
			const ctx = database.as(actor);
			const facts = { entrance: 1, floor: 1, room: '1', squareMetres: '1', areaSource: 'survey' } as const;
			const refused = await Promise.all([
				addArea(ctx, STREET, { digits: '009', name: '黑社区', kind: 'village', letters: 'HSQ' }),
				changeArea(ctx, COMMUNITY, { name: '改名' }),
				addParty(ctx, COMMUNITY, { kind: 'service-station', name: '站' }),
				changeParty(ctx, parties['residents-committee'], { name: '改名' }),
				dissolveParty(ctx, parties['street-office']),
				addPropertyArea(ctx, COMMUNITY, { name: '黑小区' }),
				addBuilding(ctx, one!.propertyAreaId, { name: '黑楼' }),
				changeBuilding(ctx, one!.buildingId, { name: '黑楼' }),
				addUnit(ctx, one!.buildingId, facts),
				saveGrid(ctx, COMMUNITY, { name: '黑网格' })
			]);
			for (const result of refused) expect(refusal(result)).toBe(actor ? 'form.forbidden' : 'form.sign-in');
		}
		expect(refusal(await areaToSetUp(database.as(clerk), COMMUNITY))).toBe('form.forbidden');
	});
});
