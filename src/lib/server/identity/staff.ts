import { and, asc, eq, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { within } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { area, credential, membership, organisation, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { mayManage } from './reset-password.ts';

/** Codes of the areas the actor administers (system or security administrator), the widest only. */
export function administeredCodes({ actor }: Context): string[] {
	const codes = (actor?.memberships ?? [])
		.filter((m) => m.role === 'system-administrator' || m.role === 'security-administrator')
		.map((m) => m.areaCode);
	return [...new Set(codes)].filter((code) => !codes.some((wider) => wider !== code && within(code, wider))).sort();
}

/** Those codes for people who administer something, a refusal for everybody else. */
function reach(ctx: Context): Result<string[]> {
	const codes = administeredCodes(ctx);
	const may = identityPolicy(ctx.actor, { act: 'read-staff', areaCode: codes[0] ?? '' });
	return may.ok ? ok(codes.map((code) => `${code}%`)) : may;
}

export interface StaffLine {
	personId: string;
	name: string;
	login: string | null;
	disabled: boolean;
	roles: { role: Role; organisation: string }[];
}

const PAGE = 30;

/** Everybody appointed within the actor's reach, by name, login or organisation. */
export async function findStaff(
	ctx: Context,
	{ q, page }: { q: string; page: number }
): Promise<Result<{ staff: StaffLine[]; pages: number }>> {
	const reached = reach(ctx);
	if (!reached.ok) return reached;
	const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	const rows = await ctx.database.sql<(StaffLine & { total: number })[]>`
		select p.id as "personId", p.name, c.login, c.disabled_at is not null as disabled,
			jsonb_agg(jsonb_build_object('role', m.role, 'organisation', o.name) order by a.code, m.role) as roles,
			count(*) over ()::int as total
		from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
			join area a on a.id = m.area_id left join credential c on c.person_id = p.id, (select app_now() as now) n
		where a.code like any(${reached.value}) and m.valid_from <= n.now and (m.valid_to is null or m.valid_to > n.now)
			and p.erased_at is null
		group by p.id, p.name, c.login, c.disabled_at
		having ${q === ''} or p.name ilike ${like} or c.login ilike ${like} or bool_or(o.name ilike ${like})
		order by min(a.code), p.name, p.id limit ${PAGE} offset ${(page - 1) * PAGE}`;
	const pages = Math.ceil((rows[0]?.total ?? 0) / PAGE);
	return ok({ staff: rows.map(({ total: _, ...line }) => line), pages });
}

/** One appointed person: account and appointments, also those that are over. */
export async function readStaff(ctx: Context, personId: string) {
	const { db } = ctx.database;
	const appointments = await db
		.select({
			id: membership.id,
			role: membership.role,
			title: membership.title,
			organisationId: organisation.id,
			organisation: organisation.name,
			endReason: membership.endReason,
			areaCode: area.code,
			validFrom: membership.validFrom,
			validTo: membership.validTo,
			over: sql<boolean>`coalesce(${membership.validTo} <= app_now(), false)`
		})
		.from(membership)
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.innerJoin(area, eq(area.id, membership.areaId))
		.where(eq(membership.personId, personId))
		.orderBy(asc(membership.validFrom), asc(membership.id));
	const reached = appointments.find(
		(one) => identityPolicy(ctx.actor, { act: 'read-staff', areaCode: one.areaCode }).ok
	);
	if (!reached) return ctx.actor ? refuse('form.forbidden') : refuse('form.sign-in');
	const [who] = await db
		.select({
			name: person.name,
			login: credential.login,
			disabledAt: credential.disabledAt,
			hasPassword: sql<boolean>`${credential.passwordHash} is not null`,
			hasSecondFactor: sql<boolean>`${credential.totpSecret} is not null`
		})
		.from(person)
		.leftJoin(credential, eq(credential.personId, person.id))
		.where(and(eq(person.id, personId)));
	return ok({
		personId,
		...who!,
		appointments: appointments.map((one) => ({
			...one,
			mayEnd: !one.over && identityPolicy(ctx.actor, { act: 'end-appointment', personId, areaCodes: [one.areaCode] }).ok
		})),
		mayManage: await mayManage(ctx, personId)
	});
}

/** Organisations within the actor's reach, for choosing one. */
export async function organisationsWithin(ctx: Context) {
	const reached = reach(ctx);
	if (!reached.ok) return reached;
	const rows = await ctx.database.sql<{ id: string; name: string; kind: PartyKind; area: string; areaCode: string }[]>`
		select o.id, o.name, o.kind, a.name as area, a.code as "areaCode" from organisation o join area a on a.id = o.area_id
		where a.code like any(${reached.value}) and o.dissolved_at is null order by a.code, o.kind, o.name`;
	return ok([...rows]);
}
