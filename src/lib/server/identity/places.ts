import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { area, building, propertyArea, unit } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';

/** Places by name are public: anybody may look for the community, building and unit they live in or own. */
export async function communitiesByStreet({ database }: Context) {
	const street = alias(area, 'street');
	return database.db
		.select({ code: area.code, name: area.name, street: street.name })
		.from(area)
		.innerJoin(street, eq(street.id, area.parentId))
		.where(eq(area.level, 'community'))
		.orderBy(asc(area.code));
}

export async function buildingsOf({ database }: Context, communityCode: string) {
	return database.db
		.select({ id: building.id, name: building.name, propertyArea: propertyArea.name })
		.from(building)
		.innerJoin(propertyArea, eq(propertyArea.id, building.propertyAreaId))
		.innerJoin(area, eq(area.id, building.communityId))
		.where(eq(area.code, communityCode))
		.orderBy(asc(propertyArea.name), asc(building.ordinal), asc(building.name));
}

export async function unitsOf({ database }: Context, communityCode: string, buildingId: string) {
	return database.db
		.select({ id: unit.id, label: unit.label })
		.from(unit)
		.innerJoin(area, eq(area.id, unit.communityId))
		.where(and(eq(unit.buildingId, buildingId), eq(area.code, communityCode)))
		.orderBy(asc(unit.entrance), asc(unit.floor), asc(unit.room));
}
