import { eq } from 'drizzle-orm';
import { unitLabel } from '#lib/domain/community/unit-label.ts';
import { parseArea } from '#lib/domain/shared/area.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { building, unit } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { actUnlessTaken, codeOf, setUpIn } from './set-up.ts';

export interface UnitFacts {
	/** Null where the building has none. */
	entrance: number | null;
	floor: number;
	room: string;
	/** As written: "89.45". */
	squareMetres: string;
	areaSource: 'register' | 'survey' | 'contract';
	developer?: 'yes';
}

const TAKEN = { unit_label_in_building: { code: 'community.unit-taken', field: 'room' } };

/** Adds one unit (房屋) to a building. Many come by the register's import. */
export const addUnit = (ctx: Context, buildingId: string, facts: UnitFacts): Promise<Result<{ unitId: string }>> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const house = await a.db.query.building.findFirst({ where: eq(building.id, buildingId) });
		const place = await setUpIn(a, await codeOf(a, house?.communityId));
		if (!place.ok) return place;
		const { communityId, propertyAreaId, name } = house!;
		const columns = columnsOf(facts, name);
		if (!columns.ok) return columns;
		const id = newId();
		await a.db.insert(unit).values({ id, communityId, propertyAreaId, buildingId, ...columns.value });
		await a.audit({ act: 'community.unit-added', subject: ['unit', id], areaId: communityId });
		return ok({ unitId: id });
	});

/** Corrects a unit: votes that open from now on count by it. */
export const changeUnit = (ctx: Context, unitId: string, facts: UnitFacts): Promise<Result> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const [row] = await a.db
			.select({ unit, building: building.name })
			.from(unit)
			.innerJoin(building, eq(building.id, unit.buildingId))
			.where(eq(unit.id, unitId));
		const place = await setUpIn(a, await codeOf(a, row?.unit.communityId));
		if (!place.ok) return place;
		const columns = columnsOf(facts, row!.building, row!.unit);
		if (!columns.ok) return columns;
		await a.db.update(unit).set(columns.value).where(eq(unit.id, unitId));
		await a.audit({ act: 'community.unit-changed', subject: ['unit', unitId], areaId: place.value.id });
		return ok();
	});

type Unit = typeof unit.$inferSelect;
type Place = Pick<Unit, 'communityId' | 'propertyAreaId' | 'buildingId'>;

function columnsOf(facts: UnitFacts, building: string, before?: Unit): Result<Omit<Unit, 'id' | keyof Place>> {
	const { floor, room, squareMetres, areaSource, developer } = facts;
	const entrance = facts.entrance ?? 1;
	const areaCenti = parseArea(squareMetres);
	if (areaCenti === 0n) return refuse('community.area-unreadable', { field: 'squareMetres' });
	const same = before?.entrance === entrance && before.room === room;
	const label = same ? before.label : unitLabel(building, facts.entrance, room);
	return ok({ entrance, floor, room, label, areaCenti, areaSource, developer: developer === 'yes' });
}
