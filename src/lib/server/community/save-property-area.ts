import { and, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { organisation, propertyArea } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { actUnlessTaken, codeOf, setUpIn } from './set-up.ts';

export interface PropertyAreaFacts {
	name: string;
	propertyCompanyId?: string | null;
	ownersCommitteeId?: string | null;
}

const TAKEN = { property_area_name_in_community: { code: 'community.property-area-taken', field: 'name' } };

/** Adds a property area (物业管理区域) to a community. */
export const addPropertyArea = (
	ctx: Context,
	communityCode: string,
	facts: PropertyAreaFacts
): Promise<Result<{ propertyAreaId: string }>> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const place = await setUpIn(a, communityCode);
		if (!place.ok) return place;
		const communityId = place.value.id;
		if (place.value.level !== 'community') return refuse('form.not-found');
		const right = await partiesFit(a, communityId, facts);
		if (!right.ok) return right;
		const id = newId();
		await a.db.insert(propertyArea).values({ id, communityId, ...facts, createdAt: a.now });
		await a.audit({ act: 'community.property-area-added', subject: ['property-area', id], areaId: communityId });
		return ok({ propertyAreaId: id });
	});

export const changePropertyArea = (ctx: Context, propertyAreaId: string, facts: PropertyAreaFacts): Promise<Result> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const row = await a.db.query.propertyArea.findFirst({ where: eq(propertyArea.id, propertyAreaId) });
		const place = await setUpIn(a, await codeOf(a, row?.communityId));
		if (!place.ok) return place;
		const right = await partiesFit(a, place.value.id, facts);
		if (!right.ok) return right;
		await a.db.update(propertyArea).set(facts).where(eq(propertyArea.id, propertyAreaId));
		const subject: [string, string] = ['property-area', propertyAreaId];
		await a.audit({ act: 'community.property-area-changed', subject, areaId: place.value.id });
		return ok();
	});

/** Company and owners' committee are the community's own, and of that kind. */
async function partiesFit(a: Act, communityId: string, facts: PropertyAreaFacts): Promise<Result> {
	const wanted = [
		['propertyCompanyId', 'property-company'],
		['ownersCommitteeId', 'owners-committee']
	] as const;
	for (const [field, kind] of wanted) {
		const id = facts[field];
		if (!id) continue;
		const found = await a.db.query.organisation.findFirst({
			where: and(
				eq(organisation.id, id),
				eq(organisation.areaId, communityId),
				eq(organisation.kind, kind),
				isNull(organisation.dissolvedAt)
			)
		});
		if (!found) return refuse('form.not-found', { field });
	}
	return ok();
}
