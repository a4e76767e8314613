import { boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, written } from './columns.ts';
import { area, building, grid, organisation } from './community.ts';
import { person } from './identity.ts';

/** 案件分类: component and event classes plus the ten contents of grid work. Data, with an import. */
export const caseCategory = pgTable('case_category', {
	code: text().primaryKey(),
	name: text().notNull(),
	group: text().$type<'component' | 'event' | 'grid-work'>().notNull(),
	net: text().$type<'management' | 'service' | 'security'>().notNull(),
	defaultClass: text().$type<'A' | 'B' | 'C'>().notNull(),
	/** Own limit in working hours, in place of the class limit. */
	workingHours: integer(),
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
		number: text().notNull().unique(),
		title: text().notNull(),
		description: text().notNull(),
		categoryCode: text()
			.notNull()
			.references(() => caseCategory.code),
		class: text().$type<'A' | 'B' | 'C' | 'D'>().notNull(),
		level: text().$type<'micro' | 'small' | 'large'>().notNull(),
		state: text()
			.$type<
				| 'submitted'
				| 'accepted'
				| 'dispatched'
				| 'disputed'
				| 'handling'
				| 'waiting-reporter'
				| 'on-account'
				| 'verifying'
				| 'calling-back'
				| 'closed'
				| 'refused'
				| 'merged'
				| 'withdrawn'
			>()
			.notNull(),
		syncState: text().$type<'local' | 'queued' | 'sent' | 'failed'>().notNull().default('local'),
		/** Raised to the district for supervision: the clock ran out at `large`. */
		supervised: boolean().notNull().default(false),
		place: text().notNull(),
		buildingId: uuid().references(() => building.id),
		gridId: uuid().references(() => grid.id),
		longitude: text(),
		latitude: text(),
		/** Code of the area whose desk has it: community, street or district. */
		deskCode: text().notNull(),
		unitOrganisationId: uuid().references(() => organisation.id),
		handlerId: uuid().references(() => person.id),
		reporterId: uuid().references(() => person.id),
		reporterOrganisationId: uuid().references(() => organisation.id),
		/** Handlers see who reported only if the reporter said so. */
		reporterVisible: boolean().notNull().default(false),
		/** The body it complains about: handled one level above. */
		aboutOrganisationId: uuid().references(() => organisation.id),
		masterId: uuid(),
		submittedAt: moment().notNull(),
		acceptedAt: moment(),
		/** The resident's clock: never stops, never restarts. */
		residentDueAt: moment(),
		/** The clock of the level that has it now. */
		levelDueAt: moment(),
		/** The deadline of the present step (signing, verifying …). */
		stepDueAt: moment(),
		pausedAt: moment(),
		result: text(),
		closedAt: moment(),
		callBack: jsonb().$type<Record<string, unknown>>(),
		/** Counters a rule asks for: disputes, extensions, reopens, unsolved, waits, pushes down. */
		tallies: jsonb().$type<Record<string, number>>().notNull().default({}),
		/** Optimistic lock: every transition raises it by one. */
		revision: integer().notNull().default(0),
		createdAt: written()
	},
	(t) => [
		index().on(t.communityId, t.state),
		index().on(t.deskCode, t.state),
		index().on(t.unitOrganisationId, t.state),
		index().on(t.reporterId)
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
		lead: boolean().notNull().default(false),
		dueAt: moment().notNull(),
		reportedAt: moment(),
		reportedBy: uuid().references(() => person.id)
	},
	(t) => [uniqueIndex('whistled_once').on(t.caseId, t.organisationId)]
);
