import { and, eq, inArray } from 'drizzle-orm';
import { readLetterCode } from '#lib/domain/identity/codes.ts';
import { matchOnList } from '#lib/domain/identity/household.ts';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { residency } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { countFailure, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { confirmResidence, listedMembers, lockHousehold } from './confirm-residence.ts';
import { useCode } from './one-time-codes.ts';
import { locked } from './visitor.ts';

/** `confirmed`: on the household's list. `waiting`: the residents' committee looks at it first. */
export type Joined = { state: 'confirmed' | 'waiting'; householdId: string };

/**
 * The actor joins the household that a letter code stands for. A code serves once, whoever comes first; it proves residence
 * only, never ownership. Wrong codes count against the person and the address.
 */
export async function joinHousehold(ctx: Context, typed: string, address: string): Promise<Result<Joined>> {
	const may = identityPolicy(ctx.actor, { act: 'join-household' });
	if (!may.ok) return may;
	const limits: Counted[] = [
		[LIMITS.letterAddress, address],
		[LIMITS.letterPerson, ctx.actor!.personId]
	];
	const until = await lockedUntil(ctx.database, limits);
	if (until) return locked(until, 'identity.letter-locked');
	const code = readLetterCode(typed);
	if (!code) return refuse('identity.letter-unreadable', { field: 'code' });
	const result = await act(ctx, (a) => join(a, code));
	if (!result.ok && result.refusal.code === 'identity.letter-wrong') await countFailure(ctx.database, limits);
	return result;
}

async function join(a: Act, code: string): Promise<Result<Joined>> {
	const { personId, name } = a.actor!;
	const letter = await useCode(a.db, 'household-letter', code, a.now);
	const home = letter && (await lockHousehold(a, letter.subject));
	if (!home) return refuse('identity.letter-wrong', { field: 'code' });
	const { id: householdId, communityId } = home;
	const living = await a.db.query.residency.findFirst({
		where: and(
			eq(residency.householdId, householdId),
			eq(residency.personId, personId),
			inArray(residency.state, ['requested', 'confirmed'])
		)
	});
	if (living?.state === 'confirmed') return refuse('identity.already-member');

	const { onList } = matchOnList(name, home.headName, await listedMembers(a, householdId));
	const state = onList ? 'confirmed' : 'waiting';
	if (onList) await confirmResidence(a, { householdId, communityId, personId, name, via: 'letter' });
	else if (!living) {
		const row = { householdId, communityId, personId, state: 'requested' as const, via: 'letter' as const };
		await a.db.insert(residency).values({ id: newId(), createdAt: a.now, ...row });
	}
	await a.audit({
		act: 'identity.letter-used',
		subject: ['household', householdId],
		areaId: communityId,
		data: { state }
	});
	await a.emit({ topic: `community:${communityId}`, kind: 'residence', areaId: communityId });
	return ok({ state, householdId });
}
