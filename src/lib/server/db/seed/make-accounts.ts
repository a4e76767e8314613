import { PRIVACY_NOTICE_PURPOSE, PRIVACY_NOTICE_VERSION } from '#lib/domain/identity/privacy-notice.ts';
import { hashPassword, sealPersonSecrets } from '../../identity/index.ts';
import { consent, credential, personSecret } from '../schema/index.ts';
import { MORE_RESIDENTS } from './data/cast.ts';
import { FENGLINYUAN } from './data/fenglinyuan.ts';
import { DEMO_PASSWORD } from './demo-password.ts';
import { idAt } from './ids.ts';
import { insertRows } from '../insert-rows.ts';
import { need, RECORDS_DAY, type World } from './world.ts';

/** Phones of all adults, and sign-in names with the one demo password (hashed once) for those who have a part to play. */
export async function makeAccounts(world: World): Promise<void> {
	const since = world.calendar.at(RECORDS_DAY, '00:06');
	nameNeighbours(world);
	const people = [...world.people.values()];
	const users = people.filter(({ login }) => login);
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	let line = 0;
	await insertRows(
		world.db,
		personSecret,
		people
			.filter(({ adult }) => adult)
			.map(({ id }) => ({ ...sealPersonSecrets(id, { phone: phoneNumber(++line) }), updatedAt: since }))
	);
	await insertRows(
		world.db,
		credential,
		users.map(({ id, login }) => ({ personId: id, login: login!, passwordHash, createdAt: since }))
	);
	await insertRows(
		world.db,
		consent,
		users.map(({ id }) => ({
			id: idAt(since, `notice/${id}`),
			personId: id,
			purpose: PRIVACY_NOTICE_PURPOSE,
			version: PRIVACY_NOTICE_VERSION,
			givenAt: since
		}))
	);
}

/** 1990000xxxx: a block that no subscriber has. */
const phoneNumber = (line: number): string => `1990000${String(line).padStart(4, '0')}`;

/** Some ordinary households may sign in too: thirty-five in 枫林苑, two in every other community. */
function nameNeighbours(world: World): void {
	const { from, to } = MORE_RESIDENTS;
	for (const [code, homes] of world.households) {
		const letters = need(world.grounds, code).plan.letters.toLowerCase();
		const logins =
			code === FENGLINYUAN.code
				? Array.from({ length: to - from + 1 }, (_, i) => `resident${from + i}`)
				: [`resident1-${letters}`, `resident2-${letters}`];
		const strangers = homes.filter(({ members }) => members.every(({ id }) => !need(world.people, id).login));
		const chosen = world.random.fork(`accounts/${code}`).shuffle(strangers);
		logins.forEach((login, i) => {
			const person = chosen[i]!.representative ?? chosen[i]!.members[0]!;
			need(world.people, person.id).login = login;
			world.neighbours.set(login, person);
		});
	}
}
