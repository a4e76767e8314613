import { eq, sql } from 'drizzle-orm';
import { checkPassword } from '#lib/domain/identity/password-rule.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database, Db } from '../db/client.ts';
import { area, credential, membership, organisation, person } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act, readNow, type Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { hashPassword } from '../platform/passwords.ts';
import { countFailure, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { enter } from './enter.ts';
import { codeOf, findCode, issueCodes, livingCode, useCode } from './one-time-codes.ts';
import { locked, type Visitor } from './visitor.ts';

const PURPOSE = 'first-administrator';
const SUBJECT = 'installation';
const VALID_HOURS = 72;

/** Two processes that start at once, or two browsers with the link: one after the other. */
const oneAtATime = (db: Db) => db.execute(sql`select pg_advisory_xact_lock(8154004)`);

async function hasAdministrator(db: Db): Promise<boolean> {
	const [row] = await db.execute<{ found: boolean }>(sql`
		select exists (select from membership m join credential c on c.person_id = m.person_id, (select app_now() as now) n
			where m.role = 'system-administrator' and c.disabled_at is null
				and m.valid_from <= n.now and (m.valid_to is null or m.valid_to > n.now)) as found`);
	return row!.found;
}

/**
 * While nobody administers the installation: the path (`/set-up?token=…`) at which the first system administrator is made,
 * valid once, for 72 hours. Called at every start; the same link comes back while it lives. Null once there is one.
 */
export const ensureFirstAdministratorLink = ({ db }: Pick<Database, 'db'>): Promise<string | null> =>
	db.transaction(async (tx) => {
		await oneAtATime(tx);
		if (await hasAdministrator(tx)) return null;
		const now = await readNow(tx);
		const expiresAt = new Date(now.getTime() + VALID_HOURS * 3_600_000);
		const row =
			(await livingCode(tx, PURPOSE, SUBJECT, now)) ??
			(await issueCodes(tx, [{ purpose: PURPOSE, subject: SUBJECT, expiresAt }], now))[0]!;
		return `/set-up?token=${codeOf(row)}`;
	});

/** The district the installation has already, for the set-up page; undefined for a link that does not live. */
export async function openSetUp({ db }: Database, token: string): Promise<{ district: string | null } | undefined> {
	if (!(await findCode(db, PURPOSE, token, await readNow(db)))) return undefined;
	const district = await db.query.area.findFirst({ where: eq(area.level, 'district') });
	return { district: district?.name ?? null };
}

export interface FirstAdministrator {
	name: string;
	login: string;
	password: string;
	/** Asked for while the installation has no district. */
	districtCode?: string;
	districtName?: string;
}

/** Uses the link up: makes the district (where there is none) and its first system administrator, signed in. */
export async function setUp(
	database: Database,
	token: string,
	wanted: FirstAdministrator,
	visitor: Visitor
): Promise<Result<{ token: string }>> {
	const limit: Counted = [LIMITS.linkAddress, visitor.address];
	const until = await lockedUntil(database, [limit]);
	if (until) return locked(until);
	const good = checkPassword(wanted.password, wanted.login);
	if (!good.ok) return good;
	const passwordHash = await hashPassword(wanted.password);
	try {
		const result = await act({ database, actor: null }, async (a) => {
			await oneAtATime(a.db);
			if (!(await useCode(a.db, PURPOSE, token, a.now)) || (await hasAdministrator(a.db))) {
				return refuse('identity.link-over');
			}
			const place = await ensureDistrict(a, wanted);
			return place
				? makeAdministrator(a, place, wanted, passwordHash)
				: refuse('identity.district-missing', { field: 'districtCode' });
		});
		if (!result.ok) {
			if (result.refusal.code === 'identity.link-over') await countFailure(database, [limit]);
			return result;
		}
		return enter(database, result.value, 'link', visitor);
	} catch (error) {
		if (violates(error, 'one_credential_per_login')) return refuse('identity.login-taken', { field: 'login' });
		throw error;
	}
}

async function ensureDistrict(a: Act, { districtCode, districtName }: FirstAdministrator) {
	const known = await a.db.query.area.findFirst({ where: eq(area.level, 'district') });
	if (!known && (!/^\d{6}$/.test(districtCode ?? '') || !districtName)) return undefined;
	const districtId = known?.id ?? newId();
	if (!known) {
		await a.db
			.insert(area)
			.values({ id: districtId, level: 'district', code: districtCode!, name: districtName!, createdAt: a.now });
	}
	const centre = await a.db.query.organisation.findFirst({
		where: (o, { and, eq }) => and(eq(o.areaId, districtId), eq(o.kind, 'district-centre'))
	});
	if (centre) return { districtId, organisationId: centre.id };
	const organisationId = newId();
	const name = `${known?.name ?? districtName}指挥中心`;
	await a.db
		.insert(organisation)
		.values({ id: organisationId, areaId: districtId, kind: 'district-centre', name, createdAt: a.now });
	return { districtId, organisationId };
}

async function makeAdministrator(
	a: Act,
	{ districtId, organisationId }: { districtId: string; organisationId: string },
	{ name, login }: FirstAdministrator,
	passwordHash: string
): Promise<Result<string>> {
	const personId = newId();
	await a.db.insert(person).values({ id: personId, name, createdAt: a.now });
	await a.db.insert(credential).values({ personId, login, passwordHash, createdAt: a.now });
	await a.db.insert(membership).values({
		...{ id: newId(), personId, organisationId, areaId: districtId, role: 'system-administrator' },
		...{ validFrom: a.now, createdAt: a.now }
	});
	await a.audit({ act: 'identity.first-administrator', subject: ['person', personId], areaId: districtId });
	return ok(personId);
}
