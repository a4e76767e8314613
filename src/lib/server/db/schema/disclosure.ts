import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PartyKind } from '../../../domain/shared/roles.ts';
import type { Cycle } from '../../../domain/disclosure/periods.ts';
import type { Decided } from '../../../domain/disclosure/personal-data.ts';
import type { TextTable } from '../../../domain/disclosure/text-table.ts';
import { id, moment, written } from './columns.ts';
import { area, organisation } from './community.ts';
import { person } from './identity.ts';

/** What a kind of party must publish, how often, by which source (公开目录). Installation-wide data. */
export const catalogueItem = pgTable('catalogue_item', {
	code: text().primaryKey(),
	partyKind: text().$type<PartyKind>().notNull(),
	title: text().notNull(),
	source: text().notNull(),
	cycle: text().$type<Cycle>().notNull(),
	/** Working days to publish within: after the period has ended, or after what is published happened. */
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
		table: jsonb().$type<TextTable>(),
		state: text().$type<'draft' | 'in-review' | 'published' | 'superseded' | 'withdrawn'>().notNull(),
		version: integer().notNull().default(1),
		supersedesId: uuid(),
		/** The first version, by which links and comments know it; null: this is it. */
		firstId: uuid(),
		/** What was wrong, where this version corrects one before. */
		correctionNote: text(),
		/** For items published on occurrence: the day it happened. */
		occurredOn: date(),
		contentHash: text(),
		basis: text(),
		/** What the scan found before publication, and what was decided about each. */
		findings: jsonb().$type<Decided[]>(),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		reviewerId: uuid().references(() => person.id),
		submittedAt: moment(),
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
		index().on(t.organisationId, t.state),
		index().on(t.sourceType, t.sourceId),
		uniqueIndex('one_successor').on(t.supersedesId)
	]
);

/** The way of a disclosure through its desk: who sent it where, with the reason that was given. */
export const disclosureStep = pgTable(
	'disclosure_step',
	{
		id: id(),
		disclosureId: uuid()
			.notNull()
			.references(() => disclosure.id),
		step: text().$type<'draft' | 'submit' | 'send-back' | 'publish' | 'correct' | 'withdraw'>().notNull(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		note: text(),
		at: moment().notNull()
	},
	(t) => [index().on(t.disclosureId)]
);
