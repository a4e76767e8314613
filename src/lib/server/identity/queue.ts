import { and, asc, eq, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import {
	area,
	household,
	ownership,
	person,
	propertyArea,
	residency,
	signUpRequest,
	unit
} from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';

/** What waits for the register's clerk, longest first: people without a letter, and letters of people not on the list. */
export async function residenceQueue({ database: { db }, actor }: Context, communityCode: string) {
	const may = identityPolicy(actor, { act: 'decide-residence', areaCode: communityCode });
	if (!may.ok) return may;
	const requests = await db
		.select({
			id: signUpRequest.id,
			name: person.name,
			adult: person.adult,
			address: signUpRequest.address,
			note: signUpRequest.note,
			createdAt: signUpRequest.createdAt
		})
		.from(signUpRequest)
		.innerJoin(person, eq(person.id, signUpRequest.personId))
		.innerJoin(area, eq(area.id, signUpRequest.communityId))
		.where(and(eq(area.code, communityCode), eq(signUpRequest.state, 'waiting')))
		.orderBy(asc(signUpRequest.createdAt), asc(signUpRequest.id));
	const letters = await db
		.select({
			id: residency.id,
			name: person.name,
			adult: person.adult,
			unit: sql<string>`${propertyArea.name} || ' ' || ${unit.label}`,
			headName: household.headName,
			createdAt: residency.createdAt
		})
		.from(residency)
		.innerJoin(person, eq(person.id, residency.personId))
		.innerJoin(household, eq(household.id, residency.householdId))
		.innerJoin(unit, eq(unit.id, household.unitId))
		.innerJoin(propertyArea, eq(propertyArea.id, unit.propertyAreaId))
		.innerJoin(area, eq(area.id, residency.communityId))
		.where(and(eq(area.code, communityCode), eq(residency.state, 'requested')))
		.orderBy(asc(residency.createdAt), asc(residency.id));
	return ok({ requests, letters });
}

/** Ownerships to be looked up in the register, with those already approved for the unit beside them. */
export async function ownershipQueue({ database: { db, sql: query }, actor }: Context, communityCode: string) {
	const may = identityPolicy(actor, { act: 'decide-ownership', areaCode: communityCode });
	if (!may.ok) return may;
	const claims = await db
		.select({
			id: ownership.id,
			unitId: ownership.unitId,
			name: person.name,
			unit: sql<string>`${propertyArea.name} || ' ' || ${unit.label}`,
			evidence: ownership.evidence,
			createdAt: ownership.createdAt
		})
		.from(ownership)
		.innerJoin(person, eq(person.id, ownership.personId))
		.innerJoin(unit, eq(unit.id, ownership.unitId))
		.innerJoin(propertyArea, eq(propertyArea.id, unit.propertyAreaId))
		.innerJoin(area, eq(area.id, ownership.communityId))
		.where(and(eq(area.code, communityCode), eq(ownership.state, 'requested')))
		.orderBy(asc(ownership.createdAt), asc(ownership.id));
	const owners = await query<{ unitId: string; names: string[] }[]>`
		select w.unit_id as "unitId", array_agg(p.name order by w.created_at) as names
		from ownership w join person p on p.id = w.person_id
		where w.state = 'approved' and w.unit_id = any(${claims.map((claim) => claim.unitId)}::uuid[])
		group by w.unit_id`;
	const ownersOf = new Map(owners.map((row) => [row.unitId, row.names]));
	return ok(claims.map((claim) => ({ ...claim, owners: ownersOf.get(claim.unitId) ?? [] })));
}

/** How much waits in each queue. */
export async function queueCounts(
	{ database: { sql: query }, actor }: Context,
	communityCode: string
): Promise<Result<{ residence: number; ownership: number }>> {
	const may = identityPolicy(actor, { act: 'read-register', areaCode: communityCode });
	if (!may.ok) return may;
	const [row] = await query<{ residence: number; ownership: number }[]>`
		select (select count(*)::int from sign_up_request r where r.community_id = a.id and r.state = 'waiting')
				+ (select count(*)::int from residency r where r.community_id = a.id and r.state = 'requested') as residence,
			(select count(*)::int from ownership o where o.community_id = a.id and o.state = 'requested') as ownership
		from area a where a.code = ${communityCode}`;
	return ok({ residence: row?.residence ?? 0, ownership: row?.ownership ?? 0 });
}
