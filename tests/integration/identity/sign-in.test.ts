import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { credential, session } from '#lib/server/db/schema/index.ts';
import { createDemoAccount, signIn, type Visitor } from '#lib/server/identity/index.ts';
import { hashPassword } from '#lib/server/platform/passwords.ts';
import { actorOfCookies, listSessions, closeSessionsOf, resolveSession } from '#lib/server/platform/sessions.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const visitor: Visitor = { address: '192.0.2.7', device: 'Chrome · Android' };
const right = { login: 'Li.Clerk', password: 'right-password' };
const passwordHash = await hashPassword(right.password);
let login = '';
let personId = '';

beforeEach(async () => {
	login = `li.${crypto.randomUUID()}`;
	const since = new Date('2026-01-01T00:00:00Z');
	personId = await createDemoAccount(database.db, { name: '李办事', login, passwordHash, since });
});

const attempt = (password: string, by = visitor) => signIn(database.as(null).database, { login, password }, by);

describe('signing in', () => {
	test('opens a session that resolves to the person', async () => {
		const result = await attempt(right.password);
		const token = result.ok ? result.value.token! : '';
		const signedIn = await resolveSession(database.as(null).database, token);
		expect(signedIn).toMatchObject({ actor: { personId, name: '李办事', memberships: [] }, gate: null });
	});

	test('the login is taken in any case of letters', async () => {
		login = login.toUpperCase();
		expect((await attempt(right.password)).ok).toBe(true);
	});

	test('no token is found anywhere in the database', async () => {
		const result = await attempt(right.password);
		const token = result.ok ? result.value.token! : '';
		expect(token.length).toBeGreaterThan(40);
		const tables = await database.sql<{ name: string }[]>`
			select table_name as name from information_schema.tables where table_schema = 'public'`;
		for (const { name } of tables) {
			const hits = await database.sql`select from ${database.sql(name)} t where t::text like ${`%${token}%`}`;
			expect(hits.length, name).toBe(0);
		}
	});

	test('what a browser brought along never becomes a session', async () => {
		const planted = 'planted-by-somebody-else';
		await attempt(right.password);
		expect(await resolveSession(database.as(null).database, planted)).toBeNull();
		const stored = await database.db.select().from(session).where(eq(session.personId, personId));
		expect(await resolveSession(database.as(null).database, stored[0]!.id), 'an id from a dump').toBeNull();
	});

	test('a wrong password and an unknown login get the same answer', async () => {
		const wrong = await attempt('wrong');
		login = 'nobody-of-that-name';
		expect(await attempt('wrong')).toEqual(wrong);
	});

	test('a disabled account is refused, and its open sessions end', async () => {
		const result = await attempt(right.password);
		await database.db.update(credential).set({ disabledAt: new Date() }).where(eq(credential.personId, personId));
		const token = result.ok ? result.value.token! : '';
		expect(await resolveSession(database.as(null).database, token)).toBeNull();
		expect(await attempt(right.password)).toMatchObject({ refusal: { code: 'identity.sign-in-wrong' } });
	});
});

describe('lock-out', () => {
	test('five failures lock the account, also for the right password, and time opens it again', async () => {
		for (let i = 0; i < 4; i++) {
			expect(await attempt('wrong')).toMatchObject({ refusal: { code: 'identity.sign-in-wrong' } });
		}
		expect(await attempt('wrong')).toMatchObject({ refusal: { code: 'identity.locked' } });
		expect(await attempt(right.password, { ...visitor, address: '198.51.100.1' })).toMatchObject({
			refusal: { code: 'identity.locked' }
		});
		await database.travelTo(new Date(Date.now() + 15 * 60_000 + 1000));
		expect((await attempt(right.password)).ok).toBe(true);
		await database.travelTo(new Date());
	});

	test('successes never count', async () => {
		for (let i = 0; i < 12; i++) expect((await attempt(right.password)).ok).toBe(true);
	});

	test('a success forgives the failures before it', async () => {
		for (let round = 0; round < 3; round++) {
			for (let i = 0; i < 4; i++) await attempt('wrong');
			expect((await attempt(right.password)).ok).toBe(true);
		}
	});

	test('an address that fails at many accounts is locked, others are not', async () => {
		const hostile = { address: '203.0.113.9', device: null };
		const logins = Array.from({ length: 100 }, (_, i) => `guess-${i}`);
		const try1 = (name: string) => signIn(database.as(null).database, { login: name, password: 'guess' }, hostile);
		await Promise.all(logins.map(try1));
		expect(await attempt(right.password, hostile)).toMatchObject({ refusal: { code: 'identity.locked' } });
		expect((await attempt(right.password)).ok).toBe(true);
	});

	test('guesses sent all at once do not get round it', async () => {
		const guesses = await Promise.all(Array.from({ length: 40 }, () => attempt('wrong')));
		const answered = guesses.filter((g) => !g.ok && g.refusal.code === 'identity.sign-in-wrong');
		expect(answered.length).toBe(4);
		expect(await attempt(right.password)).toMatchObject({ refusal: { code: 'identity.locked' } });
	});
});

describe('sessions', () => {
	test('are listed and ended one by one or all but the own', async () => {
		const own = await attempt(right.password);
		await attempt(right.password, { ...visitor, device: 'Firefox · Windows' });
		const db = database.as(null).database;
		const token = own.ok ? own.value.token : '';
		expect((await listSessions(db, personId)).map((s) => s.device).sort()).toEqual([
			'Chrome · Android',
			'Firefox · Windows'
		]);
		const { sessionId } = (await resolveSession(db, token))!;
		await closeSessionsOf(database.db, personId, sessionId);
		expect((await listSessions(db, personId)).map((s) => s.id)).toEqual([sessionId]);
	});

	test('end after 30 days unused', async () => {
		const result = await attempt(right.password);
		const token = result.ok ? result.value.token! : '';
		await database.travelTo(new Date(Date.now() + 31 * 86_400_000));
		expect(await resolveSession(database.as(null).database, token)).toBeNull();
		await database.travelTo(new Date());
	});

	test('a socket gets the actor of its cookie, and nobody for a malformed one', async () => {
		const result = await attempt(right.password);
		const token = result.ok ? result.value.token! : '';
		const db = database.as(null).database;
		expect(await actorOfCookies(db, `a=1; session=${token}; b=2`)).toMatchObject({ personId });
		expect(await actorOfCookies(db, 'session=%E0%A4%A')).toBeNull();
		expect(await actorOfCookies(db, undefined)).toBeNull();
	});
});
