import { household, residency } from '../schema/index.ts';
import { CAST, type CastMember } from './data/cast.ts';
import { FENGLINYUAN } from './data/fenglinyuan.ts';
import { drawFamily } from './draw-family.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import type { Random } from './random.ts';
import { writePeople } from './write-people.ts';
import { RECORDS_DAY, type Ground, type Household, type Known, type Resident, type Row, type World } from './world.ts';

/** Every household of every community, and the people in it. */
export async function makeHouseholds(world: World): Promise<void> {
	const since = world.calendar.at(RECORDS_DAY, '00:03');
	for (const [code, ground] of world.grounds) {
		const random = world.random.fork(`households/${code}`);
		const cast = code === FENGLINYUAN.code ? CAST : [];
		const homes = occupiedUnits(ground, random, cast).map((unit) => settle(world, ground, unit, random, cast, since));
		world.households.set(code, homes);
	}
	const homes = [...world.households.values()].flat();
	const newcomers = homes.flatMap(({ members }) => members).filter(({ id }) => !world.people.has(id));
	const logins = new Map([...world.neighbours].map(([login, { id }]) => [id, login]));
	await writePeople(
		world,
		newcomers.map(({ id, name, age }): Known => ({ id, name, adult: age >= 18, since, login: logins.get(id) }))
	);
	await insertRows(
		world.db,
		household,
		homes.map((home) => householdRow(home, since))
	);
	await insertRows(
		world.db,
		residency,
		homes.flatMap((home) => residencyRows(home, since))
	);
}

/** As many units of each building as its plan says; those of the cast among them. */
function occupiedUnits(ground: Ground, random: Random, cast: readonly CastMember[]): Row<'unit'>[] {
	const homes = new Set(cast.map(({ home }) => home));
	const plans = ground.plan.propertyAreas.flatMap(({ buildings }) => buildings);
	return plans.flatMap((plan) => {
		const building = ground.buildings.find(({ name }) => name === plan.name)!;
		const units = ground.units.filter((unit) => unit.buildingId === building.id && !unit.developer);
		const wanted = units.filter(({ label }) => homes.has(label));
		const others = random.shuffle(units.filter(({ label }) => !homes.has(label)));
		const chosen = new Set([...wanted, ...others.slice(0, plan.households - wanted.length)]);
		return units.filter((unit) => chosen.has(unit));
	});
}

function settle(
	world: World,
	ground: Ground,
	unit: Row<'unit'>,
	random: Random,
	cast: readonly CastMember[],
	since: Date
): Household {
	const key = `${ground.plan.code}/${unit.label}`;
	const id = idAt(since, `household/${key}`);
	const players = cast.filter(({ home }) => home === unit.label);
	if (players.length) {
		const members = players.map((player) => castPerson(world, player, since));
		return {
			id,
			unit,
			members,
			rents: !players[0]!.owns,
			representative: members[players.findIndex((p) => p.represents)]
		};
	}
	const landlord = cast.some(({ home, owns }) => !home && owns?.includes(unit.label));
	const family = drawFamily(random, styleOf(ground, unit), landlord || undefined);
	const members = family.members.map((member, i) => ({ ...member, id: idAt(since, `resident/${key}/${i}`) }));
	const adults = members.filter(({ age }) => age >= 18);
	const representative = random.chance(0.55) ? random.pick(adults.slice(0, 2)) : undefined;
	return { id, unit, members, rents: family.rents, representative };
}

function styleOf({ plan, propertyAreas }: Ground, unit: Row<'unit'>): 'old' | 'new' | 'village' {
	if (plan.kind === 'village') return 'village';
	const isOldPart = plan.propertyAreas.length > 1 && unit.propertyAreaId === propertyAreas[0]!.id;
	return isOldPart || plan.kind === 'old-estate' || plan.kind === 'compound' ? 'old' : 'new';
}

/** Somebody of the cast; who is appointed as well keeps the id they were appointed under. */
export function castPerson(world: World, { login, name, sex, age }: CastMember, since: Date): Resident {
	const resident = { id: world.staff.get(login)?.id ?? idAt(since, `cast/${login}`), name, sex, age };
	world.neighbours.set(login, resident);
	return resident;
}

const householdRow = (home: Household, since: Date): Row<'household'> => ({
	id: home.id,
	communityId: home.unit.communityId,
	unitId: home.unit.id,
	headName: home.members[0]!.name,
	representativeId: home.representative?.id,
	createdAt: since
});

const residencyRows = (home: Household, since: Date): Row<'residency'>[] =>
	home.members.map((member) => ({
		id: idAt(since, `residency/${home.id}/${member.id}`),
		communityId: home.unit.communityId,
		householdId: home.id,
		personId: member.id,
		state: 'confirmed',
		via: 'list',
		decidedAt: since,
		createdAt: since
	}));
