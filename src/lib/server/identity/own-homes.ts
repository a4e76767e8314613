import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import {
	area,
	household,
	householdNomination,
	ownership,
	person,
	residency,
	signUpRequest,
	unit
} from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';

/** Where the actor lives, what they own, and what they are waiting for. Members are shown to members alone. */
export async function ownHomes({ database: { db }, actor }: Context) {
	const me = actor?.personId ?? '00000000-0000-0000-0000-000000000000';
	const homes = await db
		.select({
			householdId: household.id,
			community: area.name,
			communityCode: area.code,
			unit: unit.label,
			state: residency.state,
			reason: residency.reason,
			representativeId: household.representativeId
		})
		.from(residency)
		.innerJoin(household, eq(household.id, residency.householdId))
		.innerJoin(unit, eq(unit.id, household.unitId))
		.innerJoin(area, eq(area.id, household.communityId))
		.where(and(eq(residency.personId, me), inArray(residency.state, ['requested', 'confirmed', 'refused'])))
		.orderBy(desc(residency.createdAt));
	const lived = homes.filter((home) => home.state === 'confirmed').map((home) => home.householdId);
	const members = await db
		.select({
			householdId: residency.householdId,
			personId: person.id,
			name: person.name,
			adult: person.adult,
			names: householdNomination.nomineeId
		})
		.from(residency)
		.innerJoin(person, eq(person.id, residency.personId))
		.leftJoin(
			householdNomination,
			and(eq(householdNomination.householdId, residency.householdId), eq(householdNomination.personId, person.id))
		)
		.where(and(inArray(residency.householdId, lived), eq(residency.state, 'confirmed')))
		.orderBy(asc(residency.createdAt));
	const properties = await db
		.select({
			id: ownership.id,
			community: area.name,
			unit: unit.label,
			state: ownership.state,
			reason: ownership.reason
		})
		.from(ownership)
		.innerJoin(unit, eq(unit.id, ownership.unitId))
		.innerJoin(area, eq(area.id, ownership.communityId))
		.where(and(eq(ownership.personId, me), inArray(ownership.state, ['requested', 'approved', 'refused'])))
		.orderBy(desc(ownership.createdAt));
	const requests = await db
		.select({
			id: signUpRequest.id,
			community: area.name,
			address: signUpRequest.address,
			state: signUpRequest.state,
			reason: signUpRequest.reason,
			createdAt: signUpRequest.createdAt
		})
		.from(signUpRequest)
		.innerJoin(area, eq(area.id, signUpRequest.communityId))
		.where(and(eq(signUpRequest.personId, me), inArray(signUpRequest.state, ['waiting', 'refused'])))
		.orderBy(desc(signUpRequest.createdAt));
	return {
		homes: homes.map((home) => ({
			...home,
			members: members.filter((member) => member.householdId === home.householdId)
		})),
		properties,
		requests
	};
}
