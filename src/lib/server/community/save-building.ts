import { and, eq } from 'drizzle-orm';
import { buildingOrdinal } from '#lib/domain/community/unit-label.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { building, grid, propertyArea, unit } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { actUnlessTaken, codeOf, setUpIn } from './set-up.ts';

export interface BuildingFacts {
	name: string;
	gridId?: string | null;
}

const TAKEN = { building_name_in_property_area: { code: 'community.building-taken', field: 'name' } };

/** Adds a building (楼栋) to a property area; it takes its place in lists by the number in its name. */
export const addBuilding = (
	ctx: Context,
	propertyAreaId: string,
	facts: BuildingFacts
): Promise<Result<{ buildingId: string }>> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const ground = await a.db.query.propertyArea.findFirst({ where: eq(propertyArea.id, propertyAreaId) });
		const place = await setUpIn(a, await codeOf(a, ground?.communityId));
		if (!place.ok) return place;
		const communityId = place.value.id;
		const fits = await gridFits(a, communityId, facts.gridId);
		if (!fits.ok) return fits;
		const id = newId();
		const ordinal = buildingOrdinal(facts.name);
		await a.db.insert(building).values({ id, communityId, propertyAreaId, ordinal, ...facts });
		await a.audit({ act: 'community.building-added', subject: ['building', id], areaId: communityId });
		return ok({ buildingId: id });
	});

/** Renames a building and moves it to a grid. The labels of its units begin with its name: they follow. */
export const changeBuilding = (ctx: Context, buildingId: string, facts: BuildingFacts): Promise<Result> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const row = await a.db.query.building.findFirst({ where: eq(building.id, buildingId) });
		const place = await setUpIn(a, await codeOf(a, row?.communityId));
		if (!place.ok) return place;
		const fits = await gridFits(a, place.value.id, facts.gridId);
		if (!fits.ok) return fits;
		const ordinal = buildingOrdinal(facts.name);
		await a.db
			.update(building)
			.set({ ...facts, ordinal })
			.where(eq(building.id, buildingId));
		if (facts.name !== row!.name) await relabel(a, buildingId, row!.name, facts.name);
		await a.audit({ act: 'community.building-changed', subject: ['building', buildingId], areaId: place.value.id });
		return ok();
	});

async function relabel(a: Act, buildingId: string, before: string, after: string): Promise<void> {
	const units = await a.db.select().from(unit).where(eq(unit.buildingId, buildingId));
	for (const { id, label } of units) {
		if (!label.startsWith(before)) continue;
		await a.db
			.update(unit)
			.set({ label: after + label.slice(before.length) })
			.where(eq(unit.id, id));
	}
}

async function gridFits(a: Act, communityId: string, gridId: string | null | undefined): Promise<Result> {
	if (!gridId) return ok();
	const found = await a.db.query.grid.findFirst({ where: and(eq(grid.id, gridId), eq(grid.communityId, communityId)) });
	return found ? ok() : refuse('form.not-found', { field: 'gridId' });
}
