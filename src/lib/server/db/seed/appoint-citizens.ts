import { membership } from '../schema/index.ts';
import { CAST } from './data/cast.ts';
import { FENGLINYUAN } from './data/fenglinyuan.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { need, RECORDS_DAY, type Household, type Resident, type Row, type World } from './world.ts';

type Honour = 'residents-representative' | 'party-member';
const TITLES: Record<Honour, string> = { 'residents-representative': '居民代表', 'party-member': '党员' };

/** 居民代表: one for about thirty households, at least nine. 党员: somebody in every twentieth household. */
export async function appointCitizens(world: World): Promise<void> {
	const since = world.calendar.at(RECORDS_DAY, '00:05');
	const rows: Row<'membership'>[] = [];
	for (const [code, homes] of world.households) {
		const appoint = (person: Resident, role: Honour) => {
			const party = need(
				world.parties,
				`${code}/${role === 'party-member' ? 'party-committee' : 'residents-committee'}`
			);
			rows.push({
				id: idAt(since, `membership/${person.id}/${role}`),
				personId: person.id,
				organisationId: party.id,
				role,
				areaId: party.areaId,
				title: TITLES[role],
				validFrom: since,
				createdAt: since
			});
		};
		const cast = code === FENGLINYUAN.code ? CAST.filter(({ appointed }) => appointed) : [];
		for (const { login, appointed } of cast) appoint(need(world.neighbours, login), appointed!);

		const played = cast.filter(({ appointed }) => appointed === 'residents-representative').length;
		const wanted = Math.max(9, Math.round(homes.length / 30)) - played;
		const others = world.random.fork(`citizens/${code}`).shuffle(homes.filter((home) => !hasAccount(world, home)));
		for (const home of others.slice(0, wanted))
			appoint(home.representative ?? home.members[0]!, 'residents-representative');
		for (const home of others.slice(wanted, wanted + Math.round(homes.length / 20)))
			appoint(home.members[0]!, 'party-member');
	}
	await insertRows(world.db, membership, rows);
}

const hasAccount = (world: World, home: Household) => home.members.some(({ id }) => need(world.people, id).login);
