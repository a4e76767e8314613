import { and, eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, household, person, residency, signUpRequest } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { confirmResidence } from './confirm-residence.ts';

/** What the entry clerk makes of it: which household the person belongs to, or why to none. */
export type ResidenceDecision = { approve: true; householdId: string } | { approve: false; reason: string };

/** Decides a request that came without a letter; the clerk says which household it is. */
export const decideRequest = (ctx: Context, requestId: string, decision: ResidenceDecision): Promise<Result> =>
	act(ctx, async (a) => {
		const [row] = await a.db
			.select({ request: signUpRequest, code: area.code, name: person.name })
			.from(signUpRequest)
			.innerJoin(area, eq(area.id, signUpRequest.communityId))
			.innerJoin(person, eq(person.id, signUpRequest.personId))
			.where(eq(signUpRequest.id, requestId))
			.for('update', { of: signUpRequest });
		const may = identityPolicy(a.actor, { act: 'decide-residence', areaCode: row?.code ?? '' });
		if (!may.ok) return may;
		const { communityId, personId, state } = row!.request;
		if (state !== 'waiting') return refuse('identity.already-decided');
		if (decision.approve) {
			const home = await householdIn(a, decision.householdId, communityId);
			if (!home) return refuse('identity.household-missing', { field: 'householdId' });
		}
		await a.db
			.update(signUpRequest)
			.set({
				state: decision.approve ? 'approved' : 'refused',
				reason: decision.approve ? null : decision.reason,
				decidedBy: a.actor!.personId,
				decidedAt: a.now
			})
			.where(eq(signUpRequest.id, requestId));
		return conclude(a, { communityId, personId, name: row!.name }, decision, ['sign-up-request', requestId]);
	});

/** Decides a residence that a letter code proved, of a person who is not on that household's list. */
export const decideLetter = (
	ctx: Context,
	residencyId: string,
	decision: { approve: true } | { approve: false; reason: string }
): Promise<Result> =>
	act(ctx, async (a) => {
		const [row] = await a.db
			.select({ residency, code: area.code, name: person.name })
			.from(residency)
			.innerJoin(area, eq(area.id, residency.communityId))
			.innerJoin(person, eq(person.id, residency.personId))
			.where(eq(residency.id, residencyId))
			.for('update', { of: residency });
		const may = identityPolicy(a.actor, { act: 'decide-residence', areaCode: row?.code ?? '' });
		if (!may.ok) return may;
		const { communityId, personId, householdId, state } = row!.residency;
		if (state !== 'requested') return refuse('identity.already-decided');
		if (!decision.approve) {
			await a.db
				.update(residency)
				.set({ state: 'refused', reason: decision.reason, decidedBy: a.actor!.personId, decidedAt: a.now })
				.where(eq(residency.id, residencyId));
		}
		const whole = decision.approve ? { ...decision, householdId } : decision;
		return conclude(a, { communityId, personId, name: row!.name }, whole, ['residency', residencyId]);
	});

async function conclude(
	a: Act,
	{ communityId, personId, name }: { communityId: string; personId: string; name: string },
	decision: ResidenceDecision,
	subject: [string, string]
): Promise<Result> {
	const decidedBy = a.actor!.personId;
	if (decision.approve) {
		const { householdId } = decision;
		await confirmResidence(a, { householdId, communityId, personId, name, via: 'request', decidedBy });
	}
	const state = decision.approve ? 'approved' : 'refused';
	await a.audit({ act: `identity.residence-${state}`, subject, areaId: communityId, data: { personId } });
	await a.emit({ topic: `community:${communityId}`, kind: 'residence', areaId: communityId });
	await notify(a, {
		personIds: [personId],
		areaId: communityId,
		kind: `residence-${state}`,
		subject,
		params: {},
		href: '/me/homes'
	});
	return ok();
}

const householdIn = (a: Act, householdId: string, communityId: string) =>
	a.db.query.household.findFirst({ where: and(eq(household.id, householdId), eq(household.communityId, communityId)) });
