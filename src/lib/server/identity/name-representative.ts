import { eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, household, householdNomination } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { countNominations, listedMembers, lockHousehold, setRepresentative } from './confirm-residence.ts';

/**
 * One adult of a household says who should vote for it. Whom more than half of its adults name represents it; the one it
 * has stays until then. Answers the representative that results, or null.
 */
export const nameRepresentative = (
	ctx: Context,
	{ householdId, nomineeId }: { householdId: string; nomineeId: string }
): Promise<Result<{ representativeId: string | null }>> =>
	act(ctx, async (a) => {
		const home = await lockHousehold(a, householdId);
		const members = home ? await listedMembers(a, householdId) : [];
		const adults = members.filter((member) => member.adult).map((member) => member.personId);
		const adult = !!a.actor && adults.includes(a.actor.personId);
		const may = identityPolicy(a.actor, { act: 'name-representative', householdId, adult });
		if (!may.ok) return may;
		if (!adults.includes(nomineeId)) return refuse('identity.nominee-no-adult', { field: 'nomineeId' });
		const { personId } = a.actor!;
		await a.db
			.insert(householdNomination)
			.values({ householdId, personId, nomineeId, createdAt: a.now })
			.onConflictDoUpdate({
				target: [householdNomination.householdId, householdNomination.personId],
				set: { nomineeId, createdAt: a.now }
			});
		const named = await countNominations(a, householdId);
		const data = { nomineeId, representativeId: named };
		const subject: [string, string] = ['household', householdId];
		await a.audit({ act: 'identity.representative-named', subject, areaId: home!.communityId, data });
		return ok({ representativeId: named ?? home!.representativeId });
	});

/** The entry clerk records whom a household has named in writing (for families that are not online). */
export const recordRepresentative = (
	ctx: Context,
	{ householdId, nomineeId }: { householdId: string; nomineeId: string }
): Promise<Result> =>
	act(ctx, async (a) => {
		const [row] = await a.db
			.select({ code: area.code })
			.from(household)
			.innerJoin(area, eq(area.id, household.communityId))
			.where(eq(household.id, householdId));
		const may = identityPolicy(a.actor, { act: 'decide-residence', areaCode: row?.code ?? '' });
		if (!may.ok) return may;
		const home = await lockHousehold(a, householdId);
		const members = home ? await listedMembers(a, householdId) : [];
		const nominee = members.find((member) => member.personId === nomineeId && member.adult);
		if (!home || !nominee) return refuse('identity.nominee-no-adult', { field: 'nomineeId' });
		await a.db.delete(householdNomination).where(eq(householdNomination.householdId, householdId));
		await setRepresentative(a, householdId, nomineeId);
		await a.audit({
			act: 'identity.representative-recorded',
			subject: ['household', householdId],
			areaId: home.communityId,
			data: { nomineeId }
		});
		return ok();
	});
