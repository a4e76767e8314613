import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { household, oneTimeCode, residency, signUpRequest } from '#lib/server/db/schema/index.ts';
import {
	decideLetter,
	decideOwnership,
	decideRequest,
	issueLetters,
	joinHousehold,
	nameRepresentative,
	readLetters,
	recordRepresentative,
	requestOwnership,
	requestResidence,
	storePersonSecrets
} from '#lib/server/identity/index.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { person } from '#lib/server/db/schema/index.ts';
import { COMMUNITY, NEIGHBOUR, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const ADDRESS = '192.0.2.1';
let town: Town;
let clerk: Person;
let stranger: Person;
let next = 0;

beforeAll(async () => {
	town = await plantCommunity(database.as(null).database, { units: 40 });
	clerk = await town.appoint('钱登记', 'residents-committee', 'entry-clerk');
	stranger = await town.appoint('邻登记', 'residents-committee', 'entry-clerk', NEIGHBOUR);
});

/** A home that no other test has touched, with its letter code. */
async function homeWithLetter() {
	const home = town.homes[next++]!;
	await issueLetters(database.as(clerk), { householdId: home.householdId });
	const read = await readLetters(database.as(clerk), { householdId: home.householdId });
	if (!read.ok) throw new Error(read.refusal.code);
	return { ...home, index: next - 1, code: read.value.letters[0]!.code };
}

async function newcomer(name: string, adult = true): Promise<Person> {
	const id = newId();
	await database.db.insert(person).values({ id, name, adult });
	const phone = `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
	await storePersonSecrets(database.db, id, { phone });
	return (await loadActor(database.as(null).database, id))!;
}

const codeOfRefusal = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

describe('letter codes', () => {
	test('a name on the list is confirmed at once, in the place of its unclaimed entry', async () => {
		const home = await homeWithLetter();
		const entry = await town.resident('孙小梅', home.index);
		const her = await newcomer('孙小梅');
		const joined = await joinHousehold(
			database.as(her),
			` ${home.code.slice(0, 5).toLowerCase()}-${home.code.slice(5)}`,
			ADDRESS
		);
		expect(joined).toMatchObject({ ok: true, value: { state: 'confirmed' } });
		expect((await loadActor(database.as(null).database, her.personId))!.residencies).toHaveLength(1);
		expect((await loadActor(database.as(null).database, entry.personId))!.residencies).toHaveLength(0);
	});

	test('a name that is not on the list waits for the committee, which may refuse with a reason', async () => {
		const home = await homeWithLetter();
		await town.resident('周大山', home.index);
		const guest = await newcomer('吴不识');
		expect(await joinHousehold(database.as(guest), home.code, ADDRESS)).toMatchObject({ value: { state: 'waiting' } });
		expect((await loadActor(database.as(null).database, guest.personId))!.residencies).toHaveLength(0);
		const row = (await database.db.query.residency.findFirst({ where: eq(residency.personId, guest.personId) }))!;
		expect(codeOfRefusal(await decideLetter(database.as(stranger), row.id, { approve: true }))).toBe('form.forbidden');
		expect(codeOfRefusal(await decideLetter(database.as(guest), row.id, { approve: true }))).toBe('form.forbidden');
		expect((await decideLetter(database.as(clerk), row.id, { approve: true })).ok).toBe(true);
		expect(codeOfRefusal(await decideLetter(database.as(clerk), row.id, { approve: true }))).toBe(
			'identity.already-decided'
		);
		expect((await loadActor(database.as(null).database, guest.personId))!.residencies).toHaveLength(1);
	});

	test('a member already claimed by somebody else is not taken over by a namesake', async () => {
		const home = await homeWithLetter();
		const member = await town.resident('郑成功', home.index);
		await storePersonSecrets(database.db, member.personId, { phone: `137${String(10000000 + next)}` });
		const namesake = await newcomer('郑成功');
		expect(await joinHousehold(database.as(namesake), home.code, ADDRESS)).toMatchObject({
			value: { state: 'waiting' }
		});
		expect((await loadActor(database.as(null).database, member.personId))!.residencies).toHaveLength(1);
	});

	test('of twenty people with one code at once, one gets in', async () => {
		const home = await homeWithLetter();
		await database.db.update(household).set({ headName: '王大力' }).where(eq(household.id, home.householdId));
		const crowd = await Promise.all(Array.from({ length: 20 }, () => newcomer('王大力')));
		const results = await Promise.all(crowd.map((one) => joinHousehold(database.as(one), home.code, `10.0.0.${next}`)));
		expect(results.filter((r) => r.ok)).toHaveLength(1);
		expect(new Set(results.filter((r) => !r.ok).map(codeOfRefusal))).toEqual(new Set(['identity.letter-wrong']));
		const living = await database.db.query.residency.findMany({
			where: and(eq(residency.householdId, home.householdId), eq(residency.state, 'confirmed'))
		});
		expect(living).toHaveLength(1);
	});

	test('a reissued letter ends the old one; an expired one is refused', async () => {
		const home = await homeWithLetter();
		await issueLetters(database.as(clerk), { householdId: home.householdId });
		const visitor = await newcomer('冯小刚');
		expect(codeOfRefusal(await joinHousehold(database.as(visitor), home.code, '10.1.1.1'))).toBe(
			'identity.letter-wrong'
		);
		const read = await readLetters(database.as(clerk), { householdId: home.householdId });
		const fresh = read.ok ? read.value.letters[0]!.code : '';
		expect(fresh).not.toBe(home.code);
		await database.travelTo(new Date(Date.now() + 91 * 86_400_000));
		expect(codeOfRefusal(await joinHousehold(database.as(visitor), fresh, '10.1.1.1'))).toBe('identity.letter-wrong');
		await database.travelTo(new Date());
	});

	test('guessing locks the person', async () => {
		const guesser = await newcomer('陈猜码');
		for (let i = 0; i < 9; i++) await joinHousehold(database.as(guesser), 'ABCDEFGHJK', `10.2.2.${i}`);
		await joinHousehold(database.as(guesser), 'ABCDEFGHJK', '10.2.2.9');
		expect(codeOfRefusal(await joinHousehold(database.as(guesser), 'ABCDEFGHJK', '10.2.2.10'))).toBe(
			'identity.letter-locked'
		);
	});

	test('no code is stored, and only the clerk of the community issues or reads letters', async () => {
		const home = await homeWithLetter();
		const rows = await database.db.select().from(oneTimeCode).where(eq(oneTimeCode.subject, home.householdId));
		expect(JSON.stringify(rows)).not.toContain(home.code);
		for (const actor of [null, stranger, await newcomer('路人')]) {
			expect((await issueLetters(database.as(actor), { householdId: home.householdId })).ok).toBe(false);
			expect((await readLetters(database.as(actor), { buildingId: town.buildingId })).ok).toBe(false);
		}
	});
});

describe('requests', () => {
	test('without a letter: one request at a time, decided by the clerk, into a household of that community only', async () => {
		const asker = await newcomer('褚无信');
		const ask = () => requestResidence(database.as(asker), { community: COMMUNITY, address: '1号楼1单元3901' });
		expect((await ask()).ok).toBe(true);
		expect(codeOfRefusal(await ask())).toBe('identity.request-waiting');
		const request = (await database.db.query.signUpRequest.findFirst({
			where: eq(signUpRequest.personId, asker.personId)
		}))!;
		const home = town.homes[next++]!;
		const yes = { approve: true as const, householdId: home.householdId };
		expect(codeOfRefusal(await decideRequest(database.as(stranger), request.id, yes))).toBe('form.forbidden');
		const nowhere = { approve: true as const, householdId: newId() };
		expect(codeOfRefusal(await decideRequest(database.as(clerk), request.id, nowhere))).toBe(
			'identity.household-missing'
		);
		const both = await Promise.all([1, 2, 3, 4].map(() => decideRequest(database.as(clerk), request.id, yes)));
		expect(both.filter((r) => r.ok)).toHaveLength(1);
		expect((await loadActor(database.as(null).database, asker.personId))!.residencies).toHaveLength(1);
	});

	test('ownership is approved apart, never by oneself, and only once', async () => {
		const home = town.homes[next++]!;
		const owner = await newcomer('卫业主');
		expect((await requestOwnership(database.as(owner), { unitId: home.unitId, evidence: '不动产权第1号' })).ok).toBe(
			true
		);
		expect(codeOfRefusal(await requestOwnership(database.as(owner), { unitId: home.unitId, evidence: '2' }))).toBe(
			'identity.ownership-known'
		);
		expect((await loadActor(database.as(null).database, owner.personId))!.ownerships).toHaveLength(0);
		const row = (await database.db.query.ownership.findFirst({
			where: (o, { eq }) => eq(o.personId, owner.personId)
		}))!;
		const yes = { approve: true as const, evidence: '登记簿 12-3' };
		expect(codeOfRefusal(await decideOwnership(database.as(stranger), row.id, yes))).toBe('form.forbidden');
		expect(codeOfRefusal(await decideOwnership(database.as(owner), row.id, yes))).toBe('form.forbidden');
		const tries = await Promise.all([1, 2, 3].map(() => decideOwnership(database.as(clerk), row.id, yes)));
		expect(tries.filter((r) => r.ok)).toHaveLength(1);
		expect((await loadActor(database.as(null).database, owner.personId))!.ownerships).toHaveLength(1);

		await requestOwnership(database.as(clerk), { unitId: home.unitId, evidence: '自己' });
		const own = (await database.db.query.ownership.findFirst({
			where: (o, { eq }) => eq(o.personId, clerk.personId)
		}))!;
		expect(codeOfRefusal(await decideOwnership(database.as(clerk), own.id, yes))).toBe('identity.own-request');
	});
});

describe("a household's representative", () => {
	test('is whom more than half of its adults name, and stays until they name another', async () => {
		const index = next++;
		const householdId = town.homes[index]!.householdId;
		const [a, b, c] = await Promise.all(['甲', '乙', '丙'].map((name) => town.resident(name, index)));
		const child = await town.resident('丁', index, { adult: false });
		const name = (by: Person, whom: Person) =>
			nameRepresentative(database.as(by), { householdId, nomineeId: whom.personId });
		const current = async () =>
			(await database.db.query.household.findFirst({ where: eq(household.id, householdId) }))!.representativeId;
		expect((await name(a!, a!)).ok).toBe(true);
		expect(await current()).toBeNull();
		await name(b!, a!);
		expect(await current()).toBe(a!.personId);
		await name(b!, b!);
		expect(await current()).toBe(a!.personId);
		await name(c!, b!);
		expect(await current()).toBe(b!.personId);
		expect(codeOfRefusal(await name(child, a!))).toBe('form.forbidden');
		expect(codeOfRefusal(await name(a!, child))).toBe('identity.nominee-no-adult');
		expect(codeOfRefusal(await name(stranger, a!))).toBe('form.forbidden');
	});

	test('may be recorded by the clerk for a family on paper', async () => {
		const index = next++;
		const householdId = town.homes[index]!.householdId;
		const old = await town.resident('赵奶奶', index);
		const wanted = { householdId, nomineeId: old.personId };
		expect(codeOfRefusal(await recordRepresentative(database.as(stranger), wanted))).toBe('form.forbidden');
		expect((await recordRepresentative(database.as(clerk), wanted)).ok).toBe(true);
		expect((await loadActor(database.as(null).database, old.personId))!.residencies[0]).toMatchObject({
			representative: true
		});
	});
});
