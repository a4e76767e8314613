import { and, eq, isNull } from 'drizzle-orm';
import { levelOfArea, type CaseFacts } from '#lib/domain/cases/case.ts';
import type { Category } from '#lib/domain/cases/categories.ts';
import { PLAIN_WORDS, type PlainWord } from '#lib/domain/cases/plain-words.ts';
import { within } from '#lib/domain/shared/actor.ts';
import type { Db } from '../db/client.ts';
import { area, building, caseCategory, grid, organisation, propertyArea } from '../db/schema/index.ts';

/** Things a report names, as the rules need them. */

export async function findCommunity(db: Db, code: string) {
	const [row] = await db
		.select({ id: area.id, code: area.code, letters: area.letters, name: area.name })
		.from(area)
		.where(and(eq(area.code, code), eq(area.level, 'community')));
	return row;
}

export async function categoryByWord(db: Db, word: PlainWord): Promise<Category> {
	const [row] = await db.select().from(caseCategory).where(eq(caseCategory.code, PLAIN_WORDS[word]));
	if (!row) throw new Error(`the table of categories has no ${PLAIN_WORDS[word]}`);
	return row;
}

/** A building of the community with its grid and its place on the map, and how people call it. */
export async function findBuilding(db: Db, communityId: string, id: string) {
	const [row] = await db
		.select({
			id: building.id,
			label: building.name,
			propertyArea: propertyArea.name,
			gridId: grid.id,
			longitude: building.longitude,
			latitude: building.latitude
		})
		.from(building)
		.innerJoin(propertyArea, eq(propertyArea.id, building.propertyAreaId))
		.leftJoin(grid, eq(grid.id, building.gridId))
		.where(and(eq(building.id, id), eq(building.communityId, communityId)));
	return row;
}

/** The body complained about, if it works for the community: its own, its street's, its district's. */
export async function findBody(db: Db, communityCode: string, id: string): Promise<CaseFacts['against']> {
	const [row] = await db
		.select({ organisationId: organisation.id, code: area.code })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(eq(organisation.id, id), isNull(organisation.dissolvedAt)));
	if (!row || !within(communityCode, row.code)) return null;
	return { organisationId: row.organisationId, level: levelOfArea(row.code) };
}
