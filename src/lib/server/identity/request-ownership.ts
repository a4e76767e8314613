import { eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { ownership, unit } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';

/**
 * The actor says that a unit is (partly) theirs, with the number of the register entry or contract. Owners who live
 * elsewhere ask in the same way; nobody is an owner before the register has been looked at.
 */
export async function requestOwnership(
	ctx: Context,
	{ unitId, evidence }: { unitId: string; evidence: string }
): Promise<Result> {
	try {
		return await act(ctx, async (a) => {
			const wanted = await a.db.query.unit.findFirst({ where: eq(unit.id, unitId) });
			const may = identityPolicy(a.actor, { act: 'request-ownership' });
			if (!may.ok) return may;
			if (!wanted) return refuse('form.not-found');
			const { communityId } = wanted;
			const id = newId();
			const { personId } = a.actor!;
			await a.db
				.insert(ownership)
				.values({ id, communityId, unitId, personId, state: 'requested', evidence, createdAt: a.now });
			await a.audit({ act: 'identity.ownership-requested', subject: ['ownership', id], areaId: communityId });
			await a.emit({ topic: `community:${communityId}`, kind: 'ownership', areaId: communityId });
			return ok();
		});
	} catch (error) {
		if (violates(error, 'one_living_ownership_per_unit')) return refuse('identity.ownership-known');
		throw error;
	}
}
