import { and, eq, inArray } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import {
	credential,
	household,
	householdNomination,
	notification,
	ownership,
	person,
	personSecret,
	residency,
	signUpRequest
} from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { closeSessionsOf } from '../platform/sessions.ts';

/** What stands in place of the name of somebody who has left. */
const ERASED = '已注销';

/**
 * Erases the actor (PIPL art. 47): the data key and everything under it, name, login, homes, sessions. Votes already cast and
 * audit rows stay, and say nothing but an id. Somebody who holds an office gives it back first.
 */
export const eraseAccount = (ctx: Context): Promise<Result> =>
	act(ctx, async (a) => {
		const may = identityPolicy(a.actor, { act: 'own-account', personId: a.actor?.personId ?? '' });
		if (!may.ok) return may;
		const { personId, memberships } = a.actor!;
		if (memberships.length) return refuse('identity.still-appointed');
		await a.db.delete(personSecret).where(eq(personSecret.personId, personId));
		await a.db.delete(credential).where(eq(credential.personId, personId));
		await a.db.delete(signUpRequest).where(eq(signUpRequest.personId, personId));
		await a.db.delete(notification).where(eq(notification.personId, personId));
		await a.db.delete(householdNomination).where(eq(householdNomination.personId, personId));
		await a.db.delete(householdNomination).where(eq(householdNomination.nomineeId, personId));
		await a.db.update(household).set({ representativeId: null }).where(eq(household.representativeId, personId));
		const ended = { state: 'ended' as const, decidedAt: a.now, reason: 'erased' };
		await a.db
			.update(residency)
			.set(ended)
			.where(and(eq(residency.personId, personId), inArray(residency.state, ['requested', 'confirmed'])));
		await a.db
			.update(ownership)
			.set(ended)
			.where(and(eq(ownership.personId, personId), inArray(ownership.state, ['requested', 'approved'])));
		await a.db.update(person).set({ name: ERASED, erasedAt: a.now }).where(eq(person.id, personId));
		await closeSessionsOf(a.db, personId);
		await a.audit({ act: 'identity.erased', subject: ['person', personId], areaId: null });
		return ok();
	});
