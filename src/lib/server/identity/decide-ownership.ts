import { and, eq, ne, sql } from 'drizzle-orm';
import { sameName } from '#lib/domain/identity/household.ts';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, credential, ownership, person, personSecret } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';

export type OwnershipDecision = { approve: true; evidence: string } | { approve: false; reason: string };

/** The entry clerk has looked the unit up in the register: it names this person, or it does not. */
export const decideOwnership = (ctx: Context, ownershipId: string, decision: OwnershipDecision): Promise<Result> =>
	act(ctx, async (a) => {
		const [row] = await a.db
			.select({ ownership, code: area.code, name: person.name })
			.from(ownership)
			.innerJoin(area, eq(area.id, ownership.communityId))
			.innerJoin(person, eq(person.id, ownership.personId))
			.where(eq(ownership.id, ownershipId))
			.for('update', { of: ownership });
		const may = identityPolicy(a.actor, { act: 'decide-ownership', areaCode: row?.code ?? '' });
		if (!may.ok) return may;
		const { communityId, personId, unitId, state } = row!.ownership;
		if (personId === a.actor!.personId) return refuse('identity.own-request');
		if (state !== 'requested') return refuse('identity.already-decided');
		if (decision.approve) await endUnclaimed(a, unitId, row!.name, ownershipId);
		const outcome = decision.approve ? 'approved' : 'refused';
		await a.db
			.update(ownership)
			.set({
				state: outcome,
				...(decision.approve ? { evidence: decision.evidence } : { reason: decision.reason }),
				decidedBy: a.actor!.personId,
				decidedAt: a.now
			})
			.where(eq(ownership.id, ownershipId));
		const subject: [string, string] = ['ownership', ownershipId];
		await a.audit({ act: `identity.ownership-${outcome}`, subject, areaId: communityId, data: { personId, unitId } });
		await a.emit({ topic: `community:${communityId}`, kind: 'ownership', areaId: communityId });
		await notify(a, {
			personIds: [personId],
			areaId: communityId,
			kind: `ownership-${outcome}`,
			subject,
			params: {},
			href: '/me/homes'
		});
		return ok();
	});

/** The entry of the same name that the imported register left on the unit, which nobody has claimed, is this owner. */
async function endUnclaimed(a: Act, unitId: string, name: string, ownershipId: string): Promise<void> {
	const listed = await a.db
		.select({ id: ownership.id, name: person.name })
		.from(ownership)
		.innerJoin(person, eq(person.id, ownership.personId))
		.leftJoin(personSecret, eq(personSecret.personId, person.id))
		.leftJoin(credential, eq(credential.personId, person.id))
		.where(
			and(
				eq(ownership.unitId, unitId),
				eq(ownership.state, 'approved'),
				ne(ownership.id, ownershipId),
				sql`${personSecret.phone} is null and ${credential.personId} is null`
			)
		);
	const entry = listed.find((one) => sameName(one.name, name));
	if (!entry) return;
	await a.db
		.update(ownership)
		.set({ state: 'ended', reason: 'replaced', decidedAt: a.now })
		.where(eq(ownership.id, entry.id));
}
