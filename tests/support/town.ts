import { eq } from 'drizzle-orm';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Database, Db } from '#lib/server/db/client.ts';
import * as t from '#lib/server/db/schema/index.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { newId } from '#lib/server/platform/ids.ts';

/**
 * The smallest town that rules can be tried in: one district, one street, two communities (`maple`, `willow`) with a
 * residents' committee and one property area each. `maple` has one building with `households` units of 100.00 m².
 */
export async function buildTown({ db }: Database, { households = 3 } = {}) {
	const district = await addArea(db, '110199', null, '试验区');
	const street = await addArea(db, '110199001', district, '枫桥街道');
	const maple = await addCommunity(db, '110199001001', street, '枫林社区', 'FLY');
	const willow = await addCommunity(db, '110199001002', street, '柳岸社区', 'LAY');
	const centre = await addOrganisation(db, district, 'district-centre', '试验区指挥中心');
	const streetOffice = await addOrganisation(db, street, 'street-office', '枫桥街道办事处');
	const units = [];
	for (let i = 0; i < households; i++) units.push(await addUnit(db, maple, i));
	return { district, street, centre, streetOffice, maple, willow, units };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;
export type Community = Town['maple'];

export async function addArea(db: Db, code: string, parentId: string | null, name: string): Promise<string> {
	const level = code.length === 6 ? 'district' : code.length === 9 ? 'street' : 'community';
	const id = newId();
	await db
		.insert(t.area)
		.values({ id, code, parentId, level, name, kind: level === 'community' ? 'old-estate' : null });
	return id;
}

async function addCommunity(db: Db, code: string, streetId: string, name: string, letters: string) {
	const areaId = await addArea(db, code, streetId, name);
	const committee = await addOrganisation(db, areaId, 'residents-committee', `${name}居委会`);
	const propertyAreaId = newId();
	await db.insert(t.propertyArea).values({ id: propertyAreaId, communityId: areaId, name: `${letters}小区` });
	const buildingId = newId();
	await db
		.insert(t.building)
		.values({ id: buildingId, communityId: areaId, propertyAreaId, name: '1号楼', ordinal: 1 });
	return { areaId, code, name, committee, propertyAreaId, buildingId };
}

export async function addOrganisation(db: Db, areaId: string, kind: PartyKind, name: string): Promise<string> {
	const id = newId();
	await db.insert(t.organisation).values({ id, areaId, kind, name });
	return id;
}

/** One more unit with its household, ordinal `i` from 0. */
export async function addUnit(db: Db, community: Community, i: number) {
	const unitId = newId();
	const room = `${Math.floor(i / 2) + 1}0${(i % 2) + 1}`;
	const { areaId: communityId, propertyAreaId, buildingId } = community;
	await db.insert(t.unit).values({
		...{ id: unitId, communityId, propertyAreaId, buildingId, entrance: 1, floor: Math.floor(i / 2) + 1, room },
		...{ label: `1号楼1单元${room}`, areaCenti: 10_000n, areaSource: 'register' }
	});
	const householdId = newId();
	await db.insert(t.household).values({ id: householdId, communityId, unitId, headName: `户主${i + 1}` });
	return { unitId, householdId, label: `1号楼1单元${room}` };
}

interface Wanted {
	name?: string;
	/** [role, organisation, area] of each appointment. */
	roles?: [role: Role, organisationId: string, areaId: string][];
	livesIn?: { householdId: string; communityId: string; representative?: boolean };
	owns?: { unitId: string; communityId: string };
}

/** A person with these roles and home, as the actor that policies see. */
export async function addPerson(database: Database, wanted: Wanted = {}): Promise<Person> {
	const { db } = database;
	const id = newId();
	const since = new Date('2026-01-01T00:00:00+08:00');
	await db.insert(t.person).values({ id, name: wanted.name ?? `某人${id.slice(-4)}` });
	for (const [role, organisationId, areaId] of wanted.roles ?? []) {
		await db.insert(t.membership).values({ id: newId(), personId: id, role, organisationId, areaId, validFrom: since });
	}
	if (wanted.livesIn) {
		const { householdId, communityId, representative } = wanted.livesIn;
		const state = 'confirmed' as const;
		await db.insert(t.residency).values({ id: newId(), personId: id, householdId, communityId, state, via: 'list' });
		if (representative) {
			await db.update(t.household).set({ representativeId: id }).where(eq(t.household.id, householdId));
		}
	}
	if (wanted.owns) {
		await db.insert(t.ownership).values({ id: newId(), personId: id, ...wanted.owns, state: 'approved' });
	}
	return (await loadActor(database, id))!;
}
