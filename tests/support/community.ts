import type { Person } from '#lib/domain/shared/actor.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import type { Database } from '#lib/server/db/client.ts';
import {
	area,
	building,
	grid,
	household,
	membership,
	organisation,
	ownership,
	person,
	propertyArea,
	residency,
	unit
} from '#lib/server/db/schema/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';

export const DISTRICT = '990901';
export const STREET = '990901001';
export const COMMUNITY = '990901001001';
/** A second community of the same street, for what must not leak into it. */
export const NEIGHBOUR = '990901001002';

const PARTIES: Record<PartyKind, string> = {
	'party-committee': COMMUNITY,
	'residents-committee': COMMUNITY,
	'service-station': COMMUNITY,
	'owners-committee': COMMUNITY,
	'property-company': COMMUNITY,
	'social-organisation': COMMUNITY,
	'supervisory-committee': COMMUNITY,
	'street-office': STREET,
	'dispatched-agency': STREET,
	'district-centre': DISTRICT
};

/**
 * A small community for tests: one of each party, one property area with one building of `units` units (100.00 ㎡ each)
 * and a household in each. People are added as a test needs them; each comes back as the actor that a request would have.
 */
export async function plantCommunity(database: Database, { units = 6 } = {}) {
	const { db } = database;
	const areas = { [DISTRICT]: newId(), [STREET]: newId(), [COMMUNITY]: newId(), [NEIGHBOUR]: newId() } as const;
	await db.insert(area).values([
		{ id: areas[DISTRICT], level: 'district', code: DISTRICT, name: '测试区', letters: 'CSQ' },
		{ id: areas[STREET], parentId: areas[DISTRICT], level: 'street', code: STREET, name: '测试街道', letters: 'CSJ' },
		{
			id: areas[COMMUNITY],
			parentId: areas[STREET],
			level: 'community',
			code: COMMUNITY,
			name: '甲社区',
			letters: 'JSQ'
		},
		{
			id: areas[NEIGHBOUR],
			parentId: areas[STREET],
			level: 'community',
			code: NEIGHBOUR,
			name: '乙社区',
			letters: 'YSQ'
		}
	]);
	const parties = {} as Record<PartyKind, string>;
	for (const [kind, code] of Object.entries(PARTIES) as [PartyKind, keyof typeof areas][]) {
		parties[kind] = newId();
		await db.insert(organisation).values({ id: parties[kind], areaId: areas[code], kind, name: `${kind} 测试` });
	}
	const neighbourCommittee = newId();
	await db
		.insert(organisation)
		.values({ id: neighbourCommittee, areaId: areas[NEIGHBOUR], kind: 'residents-committee', name: '乙社区居委会' });
	const gridId = newId();
	const propertyAreaId = newId();
	const buildingId = newId();
	const communityId = areas[COMMUNITY];
	await db.insert(grid).values({ id: gridId, communityId, code: `${COMMUNITY}001`, name: '第一网格' });
	await db.insert(propertyArea).values({
		id: propertyAreaId,
		communityId,
		name: '甲小区',
		propertyCompanyId: parties['property-company'],
		ownersCommitteeId: parties['owners-committee']
	});
	await db.insert(building).values({ id: buildingId, communityId, propertyAreaId, gridId, name: '1号楼', ordinal: 1 });
	const homes = Array.from({ length: units }, (_, i) => ({
		unitId: newId(),
		householdId: newId(),
		label: `1号楼1单元${i + 1}01`
	}));
	await db.insert(unit).values(
		homes.map(({ unitId, label }, i) => ({
			id: unitId,
			communityId,
			propertyAreaId,
			buildingId,
			entrance: 1,
			floor: i + 1,
			room: `${i + 1}01`,
			label,
			areaCenti: 10_000n,
			areaSource: 'register' as const
		}))
	);
	await db
		.insert(household)
		.values(homes.map(({ householdId, unitId, label }) => ({ id: householdId, communityId, unitId, headName: label })));

	async function asActor(personId: string): Promise<Person> {
		const actor = await loadActor(database, personId);
		if (!actor) throw new Error('the person is not known');
		return actor;
	}

	async function newPerson(name: string, adult = true): Promise<string> {
		const id = newId();
		await db.insert(person).values({ id, name, adult });
		return id;
	}

	/** Appoints a new person to roles in the party of this kind, over that party's area unless said otherwise. */
	async function appoint(name: string, kind: PartyKind, roles: Role | Role[], code = PARTIES[kind]): Promise<Person> {
		const personId = await newPerson(name);
		await db.insert(membership).values(
			[roles].flat().map((role) => ({
				id: newId(),
				personId,
				organisationId: parties[kind],
				role,
				areaId: areas[code as keyof typeof areas],
				validFrom: new Date('2020-01-01T00:00:00Z')
			}))
		);
		return asActor(personId);
	}

	/** A new person who lives in home `index`, and owns it if said so. */
	async function resident(name: string, index: number, { owner = false, lives = true, adult = true } = {}) {
		const personId = await newPerson(name, adult);
		const home = homes[index]!;
		if (lives) {
			await db
				.insert(residency)
				.values({ id: newId(), communityId, householdId: home.householdId, personId, state: 'confirmed', via: 'list' });
		}
		if (owner) {
			await db
				.insert(ownership)
				.values({ id: newId(), communityId, unitId: home.unitId, personId, state: 'approved', evidence: '登记 1' });
		}
		return asActor(personId);
	}

	return {
		areas,
		communityId,
		parties,
		neighbourCommittee,
		gridId,
		propertyAreaId,
		buildingId,
		homes,
		appoint,
		resident,
		asActor
	};
}

export type Town = Awaited<ReturnType<typeof plantCommunity>>;
