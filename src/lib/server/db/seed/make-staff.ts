import { membership } from '../schema/index.ts';
import { COMMUNITIES } from './data/communities.ts';
import { allStaff } from './data/staff.ts';
import { drawName, type Sex } from './draw-name.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { writePeople } from './write-people.ts';
import { need, RECORDS_DAY, type Known, type Row, type World } from './world.ts';

/** Everybody who is appointed, and the appointments. Names that the plan leaves open are drawn. */
export async function makeStaff(world: World): Promise<void> {
	const since = world.calendar.at(RECORDS_DAY, '00:02');
	const people: Known[] = [];
	const memberships: Row<'membership'>[] = [];
	for (const plan of allStaff(COMMUNITIES)) {
		const random = world.random.fork(`staff/${plan.login}`);
		const sex: Sex = random.chance(0.5) ? 'female' : 'male';
		const name = plan.name ?? drawName(random, sex, random.int(29, 57));
		const person: Known = { id: idAt(since, `staff/${plan.login}`), name, adult: true, since, login: plan.login };
		people.push(person);
		const party = need(world.parties, `${plan.areaCode}/${plan.slot}`);
		world.staff.set(plan.login, {
			id: person.id,
			login: plan.login,
			name,
			title: plan.title,
			party,
			roles: plan.roles
		});
		for (const role of plan.roles)
			memberships.push({
				id: idAt(since, `membership/${plan.login}/${role}`),
				personId: person.id,
				organisationId: party.id,
				role,
				areaId: party.areaId,
				title: plan.title,
				validFrom: since,
				createdAt: since
			});
	}
	await writePeople(world, people);
	await insertRows(world.db, membership, memberships);
}
