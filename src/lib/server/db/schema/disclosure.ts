import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PartyKind } from '../../../domain/shared/roles.ts';
import { id, moment, written } from './columns.ts';
import { area, organisation } from './community.ts';
import { person } from './identity.ts';

/** What a kind of party must publish, how often, by which source (公开目录). Installation-wide data. */
export const catalogueItem = pgTable('catalogue_item', {
	code: text().primaryKey(),
	partyKind: text().$type<PartyKind>().notNull(),
	title: text().notNull(),
	source: text().notNull(),
	cycle: text().$type<'monthly' | 'quarterly' | 'yearly' | 'on-occurrence' | 'standing'>().notNull(),
	/** On occurrence: working days to publish within. */
	withinDays: integer(),
	verified: boolean().notNull().default(false),
	ordinal: integer().notNull()
});

/** A disclosure through its versions: a correction is a new version that supersedes the one before. */
export const disclosure = pgTable(
	'disclosure',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** `notice` is 通知; `catalogue` an item of the catalogue; `minutes` sealed minutes; `result` of a vote. */
		kind: text().$type<'notice' | 'catalogue' | 'minutes' | 'result'>().notNull(),
		catalogueCode: text().references(() => catalogueItem.code),
		/** 2026-Q3, 2026-11, 2026. */
		period: text(),
		title: text().notNull(),
		/** Plain text with Markdown's paragraphs, headings and lists; rendered escaped. */
		body: text().notNull(),
		table: jsonb().$type<{ head: string[]; rows: string[][] }>(),
		state: text().$type<'draft' | 'in-review' | 'published' | 'superseded' | 'withdrawn'>().notNull(),
		version: integer().notNull().default(1),
		supersedesId: uuid(),
		contentHash: text(),
		basis: text(),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		reviewerId: uuid().references(() => person.id),
		publishedAt: moment(),
		pinnedUntil: moment(),
		withdrawnAt: moment(),
		withdrawnReason: text(),
		/** Where it came from: a meeting, a vote. */
		sourceType: text(),
		sourceId: uuid(),
		createdAt: written()
	},
	(t) => [
		index().on(t.communityId, t.state, t.publishedAt),
		index().on(t.organisationId),
		uniqueIndex('one_successor').on(t.supersedesId)
	]
);
