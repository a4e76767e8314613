import { and, asc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import { identityPolicy, isRegisterClerk } from '#lib/domain/identity/identity.policy.ts';
import { maskPhone } from '#lib/domain/identity/phone.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, building, household, oneTimeCode, person, propertyArea, residency, unit } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { openPersonSecrets } from './person-secrets.ts';

const PAGE = 30;

/** The communities whose register the actor keeps, or a refusal where there is none. */
export async function ownRegisters({
	database,
	actor
}: Context): Promise<Result<{ id: string; code: string; name: string }[]>> {
	if (!actor) return refuse('form.sign-in');
	const codes = [...new Set(actor.memberships.map((m) => m.areaCode))].filter((code) => isRegisterClerk(actor, code));
	if (!codes.length) return refuse('form.forbidden');
	const rows = await database.db
		.select({ id: area.id, code: area.code, name: area.name })
		.from(area)
		.where(inArray(area.code, codes))
		.orderBy(asc(area.code));
	return ok(rows);
}

/** Households of a community by house label or head's name, thirty a page. */
export async function findHouseholds(
	{ database: { db }, actor }: Context,
	communityCode: string,
	{ q, page }: { q: string; page: number }
) {
	const may = identityPolicy(actor, { act: 'read-register', areaCode: communityCode });
	if (!may.ok) return may;
	const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
	const where = and(
		eq(area.code, communityCode),
		isNull(household.endedAt),
		q ? or(ilike(unit.label, like), ilike(household.headName, like), ilike(propertyArea.name, like)) : undefined
	);
	const rows = await db
		.select({
			id: household.id,
			headName: household.headName,
			unit: sql<string>`${propertyArea.name} || ' ' || ${unit.label}`,
			represented: sql<boolean>`${household.representativeId} is not null`,
			members: sql<number>`(select count(*)::int from ${residency} r where r.household_id = ${household.id} and r.state = 'confirmed')`,
			total: sql<number>`count(*) over ()::int`
		})
		.from(household)
		.innerJoin(unit, eq(unit.id, household.unitId))
		.innerJoin(building, eq(building.id, unit.buildingId))
		.innerJoin(propertyArea, eq(propertyArea.id, unit.propertyAreaId))
		.innerJoin(area, eq(area.id, household.communityId))
		.where(where)
		.orderBy(
			asc(propertyArea.name),
			asc(building.ordinal),
			asc(building.name),
			asc(unit.entrance),
			asc(unit.floor),
			asc(unit.room)
		)
		.limit(PAGE)
		.offset((page - 1) * PAGE);
	return ok({ households: rows, pages: Math.ceil((rows[0]?.total ?? 0) / PAGE) });
}

/** One household for its clerk: members with masked phones, representative, and whether a letter is out. */
export async function readHousehold({ database: { db }, actor }: Context, householdId: string) {
	const [home] = await db
		.select({
			id: household.id,
			headName: household.headName,
			representativeId: household.representativeId,
			unit: sql<string>`${propertyArea.name} || ' ' || ${unit.label}`,
			community: area.name,
			communityCode: area.code
		})
		.from(household)
		.innerJoin(unit, eq(unit.id, household.unitId))
		.innerJoin(propertyArea, eq(propertyArea.id, unit.propertyAreaId))
		.innerJoin(area, eq(area.id, household.communityId))
		.where(and(eq(household.id, householdId), isNull(household.endedAt)));
	const may = identityPolicy(actor, { act: 'read-register', areaCode: home?.communityCode ?? '' });
	if (!may.ok) return may;
	const members = await db
		.select({ id: person.id, name: person.name, adult: person.adult, via: residency.via })
		.from(residency)
		.innerJoin(person, eq(person.id, residency.personId))
		.where(and(eq(residency.householdId, householdId), eq(residency.state, 'confirmed')))
		.orderBy(asc(residency.createdAt), asc(residency.id));
	const withPhones = await Promise.all(
		members.map(async (member) => {
			const { phone } = await openPersonSecrets(db, member.id);
			return { ...member, phone: phone ? maskPhone(phone) : null };
		})
	);
	const letter = await db.query.oneTimeCode.findFirst({
		columns: { expiresAt: true },
		where: and(
			eq(oneTimeCode.purpose, 'household-letter'),
			eq(oneTimeCode.subject, householdId),
			isNull(oneTimeCode.usedAt),
			isNull(oneTimeCode.revokedAt),
			sql`${oneTimeCode.expiresAt} > app_now()`
		)
	});
	return ok({ ...home!, members: withPhones, letterUntil: letter?.expiresAt ?? null });
}

/** The community's buildings, with how many households have a living letter. */
export async function buildingLetters({ database: { sql: query }, actor }: Context, communityCode: string) {
	const may = identityPolicy(actor, { act: 'issue-letters', areaCode: communityCode });
	if (!may.ok) return may;
	const rows = await query<{ id: string; name: string; propertyArea: string; households: number; letters: number }[]>`
		select b.id, b.name, p.name as "propertyArea", count(h.id)::int as households, count(c.id)::int as letters
		from building b join property_area p on p.id = b.property_area_id join area a on a.id = b.community_id
			left join unit u on u.building_id = b.id
			left join household h on h.unit_id = u.id and h.ended_at is null
			left join one_time_code c on c.purpose = 'household-letter' and c.subject = h.id::text
				and c.used_at is null and c.revoked_at is null and c.expires_at > app_now()
		where a.code = ${communityCode}
		group by b.id, p.name order by p.name, b.ordinal, b.name`;
	return ok([...rows]);
}
