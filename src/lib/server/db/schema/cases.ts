import { boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CaseState, Level, Outcome, SyncState } from '../../../domain/cases/case.ts';
import type { CategoryGroup, Net } from '../../../domain/cases/categories.ts';
import type { CaseClass } from '../../../domain/cases/limits.ts';
import type { Limit } from '../../../domain/shared/working-time.ts';
import { id, moment, written } from './columns.ts';
import { area, building, grid, organisation } from './community.ts';
import { person } from './identity.ts';

/** 案件分类: component and event classes plus the ten contents of grid work. Data, with an import. */
export const caseCategory = pgTable('case_category', {
	code: text().primaryKey(),
	name: text().notNull(),
	group: text().$type<CategoryGroup>().notNull(),
	net: text().$type<Net>().notNull(),
	defaultClass: text().$type<'A' | 'B' | 'C'>().notNull(),
	safety: boolean().notNull(),
	physical: boolean().notNull(),
	communityMayLead: boolean().notNull(),
	/** Own limit until the matter is answered, in place of the class's. */
	limit: jsonb().$type<Limit>(),
	ordinal: integer().notNull()
});

/** A case (案件). Table name `grid_case`: `case` is a word of SQL. */
export const gridCase = pgTable(
	'grid_case',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		/** FLY-2026-0147. */
		number: text().notNull().unique('case_number_is_given_once'),
		title: text().notNull(),
		description: text().notNull(),
		categoryCode: text()
			.notNull()
			.references(() => caseCategory.code),
		class: text().$type<CaseClass>().notNull(),
		level: text().$type<Level>().notNull(),
		state: text().$type<Exclude<CaseState, 'draft'>>().notNull(),
		syncState: text().$type<SyncState>().notNull().default('local'),
		/** Supervised by the district (督办): the clock ran out at `large`. */
		supervised: boolean().notNull().default(false),
		/** Goes on without its reporter, who withdrew. */
		publicInterest: boolean().notNull().default(false),
		/** Raised in public (minutes, a vote): everybody may see how it stands. */
		public: boolean().notNull().default(false),
		place: text().notNull(),
		buildingId: uuid().references(() => building.id),
		gridId: uuid().references(() => grid.id),
		/** WGS84. */
		longitude: text(),
		latitude: text(),
		/** Code of the area whose desk has it: community, street or district. */
		deskCode: text().notNull(),
		unitOrganisationId: uuid().references(() => organisation.id),
		handlerId: uuid().references(() => person.id),
		reporterId: uuid().references(() => person.id),
		/** For whom it was raised, where a party did so. */
		reporterOrganisationId: uuid().references(() => organisation.id),
		/** Handlers see who reported only if the reporter said so. */
		reporterVisible: boolean().notNull().default(false),
		/** The body it complains about: handled one level above. */
		aboutOrganisationId: uuid().references(() => organisation.id),
		/** The case it was merged into. */
		masterId: uuid(),
		/** A like matter at the same place that was closed within the last 30 days. */
		recurrenceOf: uuid(),
		submittedAt: moment().notNull(),
		/** The resident's clock: never stops, never restarts. */
		residentDueAt: moment().notNull(),
		/** The clock that whoever has it now must keep; null where none runs. */
		stepStartedAt: moment(),
		stepDueAt: moment(),
		stepProvisional: boolean().notNull().default(false),
		/** What is left on the level clock while it is stopped. */
		stopped: jsonb().$type<{ minutes: number; limit: Limit }>(),
		result: text(),
		endedAt: moment(),
		outcome: text().$type<Outcome>(),
		/** Every transition raises it by one. */
		revision: integer().notNull().default(0),
		createdAt: written()
	},
	(t) => [
		index().on(t.communityId, t.state),
		index().on(t.deskCode, t.stepDueAt),
		index().on(t.unitOrganisationId, t.state),
		index().on(t.reporterId),
		index().on(t.masterId)
	]
);

/** One transition, immutable. */
export const caseEntry = pgTable(
	'case_entry',
	{
		id: id(),
		caseId: uuid()
			.notNull()
			.references(() => gridCase.id),
		seq: integer().notNull(),
		command: text().notNull(),
		actorId: uuid(),
		organisationId: uuid(),
		fromState: text(),
		toState: text().notNull(),
		fromLevel: text(),
		toLevel: text().notNull(),
		/** Shown to everybody who sees the case. */
		reason: text(),
		/** Clock readings and the command's own particulars. */
		data: jsonb().$type<Record<string, unknown>>().notNull(),
		/** When it was due, where a clock did it; `at` is when it ran. */
		dueAt: moment(),
		at: moment().notNull()
	},
	(t) => [unique('case_history_is_gapless').on(t.caseId, t.seq)]
);

/** 吹哨: departments named by the street, and whether they reported in. */
export const whistle = pgTable(
	'whistle',
	{
		id: id(),
		caseId: uuid()
			.notNull()
			.references(() => gridCase.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		dueAt: moment().notNull(),
		reportedAt: moment(),
		reportedBy: uuid().references(() => person.id)
	},
	(t) => [uniqueIndex('whistled_once').on(t.caseId, t.organisationId)]
);
