import { organisation, rosterEntry } from '../schema/index.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { need, RECORDS_DAY, type Ground, type Party, type Row, type World } from './world.ts';

type Force = Row<'rosterEntry'>['force'];
interface Line {
	force: Force;
	party: Party;
	name: string;
	duty: string;
	gridId?: string;
}

const OF_THE_COMMUNITY = ['party-committee', 'residents-committee', 'service-station'];

/** 实名制公示 of every community: its own people, the street's, those sent down by the agencies, the volunteers. */
export async function makeRoster(world: World): Promise<void> {
	const phones = new Map(
		(await world.db.select({ id: organisation.id, phone: organisation.phone }).from(organisation)).map((row) => [
			row.id,
			row.phone!
		])
	);
	const since = world.calendar.at(RECORDS_DAY, '00:07');
	const rows = [...world.grounds.values()].flatMap((ground) =>
		linesOf(world, ground).map(({ party, ...line }, ordinal): Row<'rosterEntry'> => ({
			id: idAt(since, `roster/${ground.plan.code}/${ordinal}`),
			areaId: ground.area.id,
			organisationId: party.id,
			...line,
			workPhone: phones.get(party.id)!,
			ordinal,
			publishedFrom: world.calendar.date(RECORDS_DAY + 20)
		}))
	);
	await insertRows(world.db, rosterEntry, rows);
}

function linesOf(world: World, ground: Ground): Line[] {
	const { code } = ground.plan;
	const street = code.slice(0, 9);
	const staff = [...world.staff.values()];
	const community = staff.filter(({ party }) => party.areaCode === code && OF_THE_COMMUNITY.includes(party.kind));
	const office = staff.filter(({ party }) => party.areaCode === street && party.kind === 'street-office');
	const agencies = staff.filter(
		({ party, roles }) => party.areaCode === street && party.kind === 'dispatched-agency' && roles.includes('handler')
	);
	return [
		...community.map(({ login, name, title, party }): Line => {
			const gridId = ground.grids[Number(/^wangge(\d)/.exec(login)?.[1]) - 1]?.id;
			return { force: 'community', party, name, duty: dutyOf(title, party), gridId };
		}),
		...office.map(({ name, title, party }): Line => ({
			force: 'street',
			party,
			name,
			duty: `${title},联系${ground.plan.name}`
		})),
		...agencies.map(({ name, title, party }): Line => ({
			force: 'dispatched',
			party,
			name,
			duty: `${title},负责${party.field}事项`
		})),
		...volunteers(world, ground)
	];
}

const dutyOf = (title: string, party: Party) => (party.kind === 'service-station' ? `${title},窗口服务和代办` : title);

/** 楼门长: one neighbour a building who agreed to stand on the board. */
function volunteers(world: World, ground: Ground): Line[] {
	const party = need(world.parties, `${ground.plan.code}/social-organisation`);
	const homes = need(world.households, ground.plan.code);
	return ground.buildings.map(({ id, name, gridId }): Line => {
		const person =
			homes
				.filter(({ unit }) => unit.buildingId === id)
				.flatMap(({ members }) => members)
				.find(({ age }) => age >= 50) ?? homes.find(({ unit }) => unit.buildingId === id)!.members[0]!;
		return {
			force: 'volunteer',
			party,
			name: person.name,
			duty: `${name}${ground.plan.kind === 'village' ? '联户长' : '楼长'}`,
			gridId: gridId ?? undefined
		};
	});
}
