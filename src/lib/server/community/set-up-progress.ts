import { nextSteps, type CommunitySetUp, type NextStep, type SetUpFacts } from '#lib/domain/community/next-steps.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import type { Context } from '../platform/context.ts';

/** What is still to be set up within the areas with these codes, which the actor administers. */
export async function stepsToGo(ctx: Context, codes: readonly string[]): Promise<NextStep[]> {
	const reach = codes.map((code) => `${code}%`);
	const holds = (role: Role) => !!ctx.actor?.memberships.some((m) => m.role === role);
	const by = { system: holds('system-administrator'), security: holds('security-administrator') };
	const [areas, communities, at] = await Promise.all([
		areasAbove(ctx, reach),
		communitiesWithin(ctx, reach),
		securityAdministratorAt(ctx, codes)
	]);
	return nextSteps({ ...areas, communities, securityAdministratorAt: at }, by);
}

async function areasAbove(
	{ database: { sql } }: Context,
	reach: string[]
): Promise<Pick<SetUpFacts, 'districts' | 'streets'>> {
	const rows = await sql<{ level: string; code: string; name: string; below: number }[]>`
		select a.level, a.code, a.name, (select count(*)::int from area b where b.parent_id = a.id) as below
		from area a where a.code like any(${reach}) and a.level <> 'community' order by a.code`;
	const of = (level: string) => rows.filter((row) => row.level === level);
	return {
		districts: of('district').map(({ code, name, below }) => ({ code, name, streets: below })),
		streets: of('street').map(({ code, name, below }) => ({ code, name, communities: below }))
	};
}

async function communitiesWithin({ database: { sql } }: Context, reach: string[]): Promise<CommunitySetUp[]> {
	return sql<CommunitySetUp[]>`
		select a.code, a.name, c.id as "committeeId",
			(select count(*)::int from property_area p where p.community_id = a.id) as "propertyAreas",
			coalesce(bool_or(m.role = 'entry-clerk'), false) as "hasClerk",
			coalesce(bool_or(m.role = 'convener'), false) as "hasConvener",
			(select count(*)::int from household h where h.community_id = a.id and h.ended_at is null) as households
		from area a
			left join organisation c on c.area_id = a.id and c.kind = 'residents-committee' and c.dissolved_at is null
			left join membership m on m.organisation_id = c.id and m.valid_from <= app_now()
				and (m.valid_to is null or m.valid_to > app_now())
		where a.level = 'community' and a.code like any(${reach})
		group by a.id, a.code, a.name, c.id order by a.code`;
}

/** The party in which the widest area lacks a security administrator; null where one is there. */
async function securityAdministratorAt(
	{ database: { sql } }: Context,
	codes: readonly string[]
): Promise<string | null> {
	const [row] = await sql<{ id: string }[]>`
		select o.id from organisation o join area a on a.id = o.area_id
		where a.code = ${codes[0] ?? ''} and o.kind in ('district-centre', 'street-office', 'residents-committee')
			and o.dissolved_at is null and not exists (
				select from membership m join area held on held.id = m.area_id
				where m.role = 'security-administrator' and starts_with(a.code, held.code)
					and m.valid_from <= app_now() and (m.valid_to is null or m.valid_to > app_now()))`;
	return row?.id ?? null;
}
