import { and, eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, signUpRequest } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';

/** Somebody without a letter asks the residents' committee to find their household; one request at a time in a community. */
export const requestResidence = (
	ctx: Context,
	{ community: code, address, note }: { community: string; address: string; note?: string }
): Promise<Result> =>
	act(ctx, async (a) => {
		const community = await a.db.query.area.findFirst({ where: eq(area.code, code) });
		const may = identityPolicy(a.actor, { act: 'request-residence' });
		if (!may.ok) return may;
		if (community?.level !== 'community') return refuse('form.not-found');
		const { personId } = a.actor!;
		const communityId = community.id;
		const waiting = await a.db
			.select({ id: signUpRequest.id })
			.from(signUpRequest)
			.where(
				and(
					eq(signUpRequest.personId, personId),
					eq(signUpRequest.communityId, communityId),
					eq(signUpRequest.state, 'waiting')
				)
			);
		if (waiting.length) return refuse('identity.request-waiting');
		const id = newId();
		const row = { id, communityId, personId, address, note: note || null, state: 'waiting' as const };
		await a.db.insert(signUpRequest).values({ ...row, createdAt: a.now });
		await a.audit({ act: 'identity.residence-requested', subject: ['sign-up-request', id], areaId: communityId });
		await a.emit({ topic: `community:${communityId}`, kind: 'residence', areaId: communityId });
		return ok();
	});
