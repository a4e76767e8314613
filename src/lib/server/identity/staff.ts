import { and, asc, eq, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { area, credential, membership, organisation, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';

/** Code of the widest area the actor administers (system or security administrator); undefined for anybody else. */
export function administeredCode({ actor }: Context): string | undefined {
	const codes = (actor?.memberships ?? [])
		.filter((m) => m.role === 'system-administrator' || m.role === 'security-administrator')
		.map((m) => m.areaCode);
	return codes.sort((a, b) => a.length - b.length)[0];
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
	const code = administeredCode(ctx) ?? '';
	const may = identityPolicy(ctx.actor, { act: 'read-staff', areaCode: code });
	if (!may.ok) return may;
	const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	const rows = await ctx.database.sql<(StaffLine & { total: number })[]>`
		select p.id as "personId", p.name, c.login, c.disabled_at is not null as disabled,
			jsonb_agg(jsonb_build_object('role', m.role, 'organisation', o.name) order by a.code, m.role) as roles,
			count(*) over ()::int as total
		from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
			join area a on a.id = m.area_id left join credential c on c.person_id = p.id, (select app_now() as now) n
		where a.code like ${code + '%'} and m.valid_from <= n.now and (m.valid_to is null or m.valid_to > n.now)
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
			organisation: organisation.name,
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
			totp: credential.totpSecret
		})
		.from(person)
		.leftJoin(credential, eq(credential.personId, person.id))
		.where(and(eq(person.id, personId)));
	const { totp, ...rest } = who!;
	return ok({ personId, ...rest, hasSecondFactor: totp !== null, appointments });
}

/** Organisations within the actor's reach, for choosing one. */
export async function organisationsWithin(ctx: Context) {
	const code = administeredCode(ctx) ?? '';
	const may = identityPolicy(ctx.actor, { act: 'read-staff', areaCode: code });
	if (!may.ok) return may;
	const rows = await ctx.database.sql<{ id: string; name: string; kind: PartyKind; area: string }[]>`
		select o.id, o.name, o.kind, a.name as area from organisation o join area a on a.id = o.area_id
		where a.code like ${code + '%'} and o.dissolved_at is null order by a.code, o.kind, o.name`;
	return ok([...rows]);
}
