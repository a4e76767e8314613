import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { matchOnList, representativeOf, type Listed } from '#lib/domain/identity/household.ts';
import { credential, household, householdNomination, person, personSecret, residency } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';

/** The household as it stands, locked against another joining at the same moment; undefined where it is over. */
export async function lockHousehold(a: Act, householdId: string) {
	const [found] = await a.db
		.select()
		.from(household)
		.where(and(eq(household.id, householdId), isNull(household.endedAt)))
		.for('update');
	return found;
}

/** The household's confirmed members, and whether somebody has claimed each entry. */
export async function listedMembers(a: Act, householdId: string): Promise<(Listed & { adult: boolean })[]> {
	return a.db
		.select({
			personId: person.id,
			name: person.name,
			adult: person.adult,
			claimed: sql<boolean>`${personSecret.phone} is not null or ${credential.personId} is not null`
		})
		.from(residency)
		.innerJoin(person, eq(person.id, residency.personId))
		.leftJoin(personSecret, eq(personSecret.personId, person.id))
		.leftJoin(credential, eq(credential.personId, person.id))
		.where(and(eq(residency.householdId, householdId), eq(residency.state, 'confirmed')));
}

export interface Confirmation {
	householdId: string;
	communityId: string;
	personId: string;
	name: string;
	via: 'letter' | 'request';
	decidedBy?: string;
}

/**
 * Makes the person a confirmed member. An unclaimed entry of the same name on the household's list is theirs: it ends, and
 * if it represented the household they do now.
 */
export async function confirmResidence(a: Act, wanted: Confirmation): Promise<void> {
	const { householdId, communityId, personId, name, via, decidedBy } = wanted;
	const home = (await lockHousehold(a, householdId))!;
	const { standsInFor } = matchOnList(name, home.headName, await listedMembers(a, householdId));
	if (standsInFor) {
		await endResidence(a, householdId, standsInFor, 'replaced');
		if (home.representativeId === standsInFor) await setRepresentative(a, householdId, personId);
	}
	const decided = { state: 'confirmed' as const, decidedBy, decidedAt: a.now };
	await a.db
		.insert(residency)
		.values({ id: newId(), householdId, communityId, personId, via, createdAt: a.now, ...decided })
		.onConflictDoUpdate({
			target: [residency.householdId, residency.personId],
			targetWhere: sql`${residency.state} in ('requested', 'confirmed')`,
			set: decided
		});
	await countNominations(a, householdId);
}

/** Ends the living residence of a person in a household, and what they said about its representative. */
export async function endResidence(a: Act, householdId: string, personId: string, reason: string): Promise<void> {
	await a.db
		.update(residency)
		.set({ state: 'ended', reason, decidedAt: a.now })
		.where(
			and(
				eq(residency.householdId, householdId),
				eq(residency.personId, personId),
				inArray(residency.state, ['requested', 'confirmed'])
			)
		);
	await a.db
		.delete(householdNomination)
		.where(and(eq(householdNomination.householdId, householdId), eq(householdNomination.personId, personId)));
	await a.db
		.update(household)
		.set({ representativeId: null })
		.where(and(eq(household.id, householdId), eq(household.representativeId, personId)));
}

/** Sets the representative whom the household's adults name. The one they have stays until more than half name another. */
export async function countNominations(a: Act, householdId: string): Promise<string | null> {
	const members = await listedMembers(a, householdId);
	const nominations = await a.db
		.select()
		.from(householdNomination)
		.where(eq(householdNomination.householdId, householdId));
	const adults = members.filter((member) => member.adult).map((member) => member.personId);
	const named = representativeOf(adults, nominations);
	if (named) await setRepresentative(a, householdId, named);
	return named;
}

export async function setRepresentative(a: Act, householdId: string, personId: string): Promise<void> {
	await a.db.update(household).set({ representativeId: personId }).where(eq(household.id, householdId));
}
