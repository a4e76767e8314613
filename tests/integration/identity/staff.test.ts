import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import { credential, membership } from '#lib/server/db/schema/index.ts';
import {
	appoint,
	choosePassword,
	createDemoAccount,
	createStaff,
	endAppointment,
	ensureFirstAdministratorLink,
	openReset,
	readStaff,
	resetPassword,
	setAccountOpen,
	setUp,
	signIn
} from '#lib/server/identity/index.ts';
import { loadActor } from '#lib/server/platform/load-actor.ts';
import { resolveSession } from '#lib/server/platform/sessions.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const visitor = { address: '192.0.2.1', device: null };
const tokenOf = (path: string | null) => new URL(path!, 'http://here.invalid').searchParams.get('token')!;
const refusal = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
const here = () => database.as(null).database;
let town: Town;
let system: Person;
let security: Person;

const first = {
	...{ name: '系统员', login: 'xitong', password: 'a-first-secret-1' },
	...{ districtCode: '990901', districtName: '测试区' }
};

describe('an empty installation', () => {
	test('offers one link at every start; used at once by ten it makes one administrator, then none is offered', async () => {
		const links = await Promise.all([1, 2, 3].map(() => ensureFirstAdministratorLink(here())));
		expect(new Set(links).size).toBe(1);
		const token = tokenOf(links[0]!);
		expect(refusal(await setUp(here(), 'guess', first, visitor))).toBe('identity.link-over');
		expect(refusal(await setUp(here(), token, { ...first, password: 'short' }, visitor))).toBe(
			'identity.password-short'
		);
		const results = await Promise.all(
			Array.from({ length: 10 }, (_, i) =>
				setUp(here(), token, { ...first, login: `xitong${i}` }, { ...visitor, address: `10.0.0.${i}` })
			)
		);
		expect(results.filter((r) => r.ok)).toHaveLength(1);
		expect(await ensureFirstAdministratorLink(here())).toBeNull();
		const made = await database.db.select().from(membership).where(eq(membership.role, 'system-administrator'));
		expect(made).toHaveLength(1);
		system = (await loadActor(here(), made[0]!.personId))!;
		await database.sql`truncate area cascade`;
	});
});

describe('appointments', () => {
	beforeAll(async () => {
		town = await plantCommunity(here());
		system = await town.appoint('系统', 'district-centre', 'system-administrator');
	});
	const staff = (name: string, role: Role, organisationId = town.parties['residents-committee'], by = security) =>
		createStaff(database.as(by), { name, login: `${name}-${crypto.randomUUID()}`, role, organisationId });

	test('the system administrator appoints the first security administrator, and nobody else', async () => {
		const centre = town.parties['district-centre'];
		expect(refusal(await staff('甲', 'publisher', undefined, system))).toBe('form.forbidden');
		const made = await staff('安全', 'security-administrator', centre, system);
		expect(made.ok).toBe(true);
		expect(refusal(await staff('安全二', 'security-administrator', centre, system))).toBe('form.forbidden');
		security = (await loadActor(here(), made.ok ? made.value.personId : ''))!;
		expect(
			refusal(
				await appoint(database.as(security), { personId: security.personId, role: 'chair', organisationId: centre })
			)
		).toBe('form.forbidden');
	});

	test('a new account chooses its password at a link that works once', async () => {
		const made = await staff('出纳', 'publisher');
		const token = tokenOf(made.ok ? made.value.path : null);
		expect(await openReset(here(), token)).toMatchObject({ login: expect.stringContaining('出纳') });
		expect(refusal(await choosePassword(here(), { token, password: 'aaaaaaaaaaaa' }, visitor))).toBe(
			'identity.password-easy'
		);
		const all = await Promise.all(
			[1, 2, 3, 4].map(() => choosePassword(here(), { token, password: 'good-enough-1' }, visitor))
		);
		expect(all.filter((r) => r.ok)).toHaveLength(1);
		expect(await openReset(here(), token)).toBeNull();
	});

	test('a reset ends password and sessions; a closed account stays out', async () => {
		const made = await staff('小会', 'recorder');
		const { personId, path } = made.ok ? made.value : { personId: '', path: '' };
		const entered = await choosePassword(here(), { token: tokenOf(path), password: 'good-enough-1' }, visitor);
		const session = entered.ok ? entered.value.token : '';
		expect(await resolveSession(here(), session)).not.toBeNull();
		const login = (await database.db.query.credential.findFirst({ where: eq(credential.personId, personId) }))!.login;
		expect((await resetPassword(database.as(security), personId)).ok).toBe(true);
		expect(await resolveSession(here(), session)).toBeNull();
		expect(refusal(await signIn(here(), { login, password: 'good-enough-1' }, visitor))).toBe('identity.sign-in-wrong');
		expect((await setAccountOpen(database.as(security), personId, false)).ok).toBe(true);
		expect(refusal(await resetPassword(database.as(security), personId))).toBe('form.not-found');
		for (const actor of [null, system, await town.appoint('旁人', 'residents-committee', 'publisher')]) {
			expect((await resetPassword(database.as(actor), personId)).ok).toBe(false);
			expect((await setAccountOpen(database.as(actor), personId, true)).ok).toBe(false);
		}
		expect((await readStaff(database.as(await town.resident('邻居', 0)), personId)).ok).toBe(false);
	});

	test('the three administrators never meet in one person, however many appointments come at once', async () => {
		const made = await staff('多面手', 'publisher');
		const personId = made.ok ? made.value.personId : '';
		const organisationId = town.parties['district-centre'];
		const roles: Role[] = ['system-administrator', 'security-administrator', 'audit-administrator'];
		const wanted = [...roles, ...roles, ...roles, ...roles];
		const results = await Promise.all(
			wanted.map((role) => appoint(database.as(security), { personId, role, organisationId }))
		);
		expect(results.filter((r) => r.ok).length).toBeGreaterThan(0);
		const held = await database.db
			.select()
			.from(membership)
			.where(and(eq(membership.personId, personId), isNull(membership.validTo)));
		expect(new Set(held.map((m) => m.role).filter((role) => roles.includes(role))).size).toBe(1);
		expect(results.map(refusal)).toContain('identity.administrators-apart');
	});

	test('sessions end with a change of roles, and an ended appointment counts no more', async () => {
		const passwordHash = 'none';
		const login = crypto.randomUUID();
		const since = new Date('2026-01-01');
		const personId = await createDemoAccount(database.db, { name: '旧员', login, passwordHash, since });
		const organisationId = town.parties['residents-committee'];
		const made = await appoint(database.as(security), { personId, role: 'publisher', organisationId });
		const id = made.ok ? made.value.membershipId : '';
		expect((await loadActor(here(), personId))!.memberships).toHaveLength(1);
		expect(refusal(await endAppointment(database.as(system), id, '调岗'))).toBe('form.forbidden');
		expect((await endAppointment(database.as(security), id, '调岗')).ok).toBe(true);
		expect((await loadActor(here(), personId))!.memberships).toHaveLength(0);
		expect(refusal(await endAppointment(database.as(security), id, '调岗'))).toBe('identity.already-ended');
	});

	test('the last system administrator cannot be removed', async () => {
		const rows = await database.db.select().from(membership).where(eq(membership.role, 'system-administrator'));
		const own = rows.find((row) => row.personId === system.personId)!;
		const results = [];
		for (const row of rows) results.push(refusal(await endAppointment(database.as(security), row.id, '离任')));
		expect(results).toContain('identity.last-administrator');
		expect(own).toBeDefined();
	});
});
