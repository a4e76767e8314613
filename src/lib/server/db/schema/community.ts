import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { AreaLevel, CommunityKind, GridPolygon } from '../../../domain/community/hierarchy.ts';
import type { PartyKind } from '../../../domain/shared/roles.ts';
import { centiArea, id, moment, written } from './columns.ts';

/** District, street or community. A code starts with the code of the area above: 6, 9, 12 digits. */
export const area = pgTable(
	'area',
	{
		id: id(),
		parentId: uuid(),
		level: text().$type<AreaLevel>().notNull(),
		code: text().notNull().unique(),
		name: text().notNull(),
		/** Letters at the front of case numbers (枫林苑 → FLY). */
		letters: text(),
		kind: text().$type<CommunityKind>(),
		address: text(),
		phone: text(),
		introduction: text(),
		createdAt: written()
	},
	(t) => [
		foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }),
		index().on(t.parentId),
		check(
			'area_code_is_of_its_level',
			sql`length(${t.code}) = case ${t.level} when 'district' then 6 when 'street' then 9 else 12 end`
		),
		check('area_lies_in_another', sql`(${t.level} = 'district') = (${t.parentId} is null)`)
	]
);

/** A party of the mechanism, anchored in one area; owners' committees and property companies in a property area too. */
export const organisation = pgTable(
	'organisation',
	{
		id: id(),
		areaId: uuid()
			.notNull()
			.references(() => area.id),
		kind: text().$type<PartyKind>().notNull(),
		name: text().notNull(),
		phone: text(),
		address: text(),
		duties: text(),
		/** For dispatched agencies: 城管, 公安 … */
		field: text(),
		dissolvedAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.areaId), unique('organisation_name_in_area').on(t.areaId, t.name)]
);

/** 物业管理区域. */
export const propertyArea = pgTable(
	'property_area',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		name: text().notNull(),
		propertyCompanyId: uuid().references(() => organisation.id),
		ownersCommitteeId: uuid().references(() => organisation.id),
		createdAt: written()
	},
	(t) => [unique('property_area_name_in_community').on(t.communityId, t.name)]
);

/** 网格: a part of the ground, WGS84 polygon as [longitude, latitude] pairs. */
export const grid = pgTable('grid', {
	id: id(),
	communityId: uuid()
		.notNull()
		.references(() => area.id),
	code: text().notNull().unique(),
	name: text().notNull(),
	polygon: jsonb().$type<GridPolygon>()
});

export const building = pgTable(
	'building',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		propertyAreaId: uuid()
			.notNull()
			.references(() => propertyArea.id),
		gridId: uuid().references(() => grid.id),
		name: text().notNull(),
		ordinal: integer().notNull(),
		/** Where it stands, WGS84. */
		longitude: text(),
		latitude: text()
	},
	(t) => [unique('building_name_in_property_area').on(t.propertyAreaId, t.name), index().on(t.communityId)]
);

/** 房屋. Area by register, else survey, else contract; whole centi-square-metres. */
export const unit = pgTable(
	'unit',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		propertyAreaId: uuid()
			.notNull()
			.references(() => propertyArea.id),
		buildingId: uuid()
			.notNull()
			.references(() => building.id),
		entrance: integer().notNull(),
		floor: integer().notNull(),
		room: text().notNull(),
		/** As people write it: 3号楼2单元501. */
		label: text().notNull(),
		areaCenti: centiArea().notNull(),
		areaSource: text().$type<'register' | 'survey' | 'contract'>().notNull(),
		/** Unsold or not yet handed over: the developer votes for it, as one entry with all others. */
		developer: boolean().notNull().default(false)
	},
	(t) => [
		unique('unit_label_in_building').on(t.buildingId, t.label),
		index().on(t.propertyAreaId),
		index().on(t.communityId),
		check('unit_has_area', sql`${t.areaCenti} > 0`)
	]
);

/** The people who live in a unit together. */
export const household = pgTable(
	'household',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		/** 户号 of the committee's own list: an import finds the household by it. */
		code: text(),
		headName: text().notNull(),
		representativeId: uuid(),
		endedAt: moment(),
		createdAt: written()
	},
	(t) => [
		index().on(t.communityId),
		index().on(t.unitId),
		uniqueIndex('one_household_per_code')
			.on(t.communityId, t.code)
			.where(sql`${t.endedAt} is null`)
	]
);

/** One line of the public real-name roster (实名制公示): duty, name and work phone only. */
export const rosterEntry = pgTable(
	'roster_entry',
	{
		id: id(),
		areaId: uuid()
			.notNull()
			.references(() => area.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** Which of the four forces (四支力量) of the real-name roster. */
		force: text().$type<'community' | 'street' | 'dispatched' | 'volunteer'>().notNull(),
		name: text().notNull(),
		duty: text().notNull(),
		workPhone: text().notNull(),
		gridId: uuid().references(() => grid.id),
		ordinal: integer().notNull().default(0),
		publishedFrom: date()
	},
	(t) => [index().on(t.areaId)]
);
