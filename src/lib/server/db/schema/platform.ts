import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { id, moment, written } from './columns.ts';
import { area } from './community.ts';
import { person } from './identity.ts';

/** One row: how far app_now() is from the wall clock. Only seed and tests move it. */
export const appClock = pgTable(
	'app_clock',
	{ one: boolean().primaryKey().default(true), offsetMs: bigint({ mode: 'number' }).notNull().default(0) },
	(t) => [check('one_clock', sql`${t.one}`)]
);

/** Facts about the installation itself: seeded on, privacy notice version … */
export const setting = pgTable('setting', { key: text().primaryKey(), value: jsonb().notNull(), updatedAt: written() });

/** Who did what. Written unchained in the act's transaction; one sealer chains the rows of an area. */
export const auditEntry = pgTable(
	'audit_entry',
	{
		id: id(),
		/** Community, street or district whose chain it belongs to; null: the installation's own chain. */
		areaId: uuid().references(() => area.id),
		at: moment().notNull(),
		/** Ids only, never names: erasing a person leaves the chain whole. */
		actorId: uuid(),
		organisationId: uuid(),
		act: text().notNull(),
		subjectType: text().notNull(),
		subjectId: text().notNull(),
		data: jsonb().$type<Record<string, unknown>>().notNull(),
		seq: bigint({ mode: 'number' }),
		prev: text(),
		hash: text()
	},
	(t) => [
		index('audit_unsealed')
			.on(t.id)
			.where(sql`${t.seq} is null`),
		// the installation's own chain (no area) is one chain too; unsealed rows (no seq) are in none
		uniqueIndex('one_row_per_place_in_chain').on(
			sql`coalesce(${t.areaId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
			t.seq
		),
		index().on(t.subjectType, t.subjectId)
	]
);

/** Head of a chain at the end of a day, published. */
export const auditHead = pgTable(
	'audit_head',
	{
		id: id(),
		areaId: uuid().references(() => area.id),
		day: text().notNull(),
		seq: bigint({ mode: 'number' }).notNull(),
		hash: text().notNull()
	},
	(t) => [unique('one_head_a_day').on(t.areaId, t.day).nullsNotDistinct()]
);

/** What others must hear of, written with the act. The relay stamps `position` after the commit. */
export const outbox = pgTable(
	'outbox',
	{
		id: id(),
		areaId: uuid().references(() => area.id),
		/** `vote:<id>`, `case:<id>`, `comments:<type>:<id>`, `community:<id>` … */
		topic: text().notNull(),
		kind: text().notNull(),
		payload: jsonb().$type<Record<string, unknown>>().notNull(),
		position: bigint({ mode: 'number' }),
		createdAt: written()
	},
	(t) => [
		index('outbox_unstamped')
			.on(t.id)
			.where(sql`${t.position} is null`),
		uniqueIndex('outbox_position').on(t.position),
		index().on(t.topic, t.position)
	]
);

/** A moment at which something happens by itself. Fired once, in order of due_at, however long the process was down. */
export const clock = pgTable(
	'clock',
	{
		id: id(),
		subjectType: text().notNull(),
		subjectId: uuid().notNull(),
		kind: text().notNull(),
		dueAt: moment().notNull(),
		/** What the handler needs to tell a stale clock from a live one. */
		data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
		firedAt: moment(),
		cancelledAt: moment(),
		/** The sweep could not fire it: shown to administrators, tried again later. */
		failures: integer().notNull().default(0),
		lastError: text(),
		retryAt: moment(),
		createdAt: written()
	},
	(t) => [
		index('clock_due')
			.on(t.dueAt)
			.where(sql`${t.firedAt} is null and ${t.cancelledAt} is null`),
		uniqueIndex('one_running_clock')
			.on(t.subjectType, t.subjectId, t.kind)
			.where(sql`${t.firedAt} is null and ${t.cancelledAt} is null`)
	]
);

/** A file somebody uploaded. Bytes live behind the attachment port under `storageKey`. */
export const attachment = pgTable(
	'attachment',
	{
		id: id(),
		areaId: uuid()
			.notNull()
			.references(() => area.id),
		subjectType: text().notNull(),
		subjectId: uuid().notNull(),
		name: text().notNull(),
		mediaType: text().notNull(),
		size: integer().notNull(),
		sha256: text().notNull(),
		storageKey: text().notNull(),
		uploadedBy: uuid().references(() => person.id),
		removedAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.subjectType, t.subjectId)]
);

/** A comment on anything; hidden ones keep their place and show the reason. */
export const comment = pgTable(
	'comment',
	{
		id: id(),
		areaId: uuid()
			.notNull()
			.references(() => area.id),
		subjectType: text().notNull(),
		subjectId: uuid().notNull(),
		parentId: uuid(),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		/** Written for an organisation: shown as its answer. */
		organisationId: uuid(),
		body: text().notNull(),
		hiddenAt: moment(),
		hiddenBy: uuid().references(() => person.id),
		hiddenReason: text(),
		/** What its author says against the hiding, once, and what somebody else has decided. */
		appeal: text(),
		appealedAt: moment(),
		appealAnswer: text(),
		appealDecidedAt: moment(),
		appealDecidedBy: uuid().references(() => person.id),
		/** In a debate: an argument for or against, or a question that waits for an official answer. */
		stance: text().$type<'for' | 'against' | 'question'>(),
		withdrawnAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.subjectType, t.subjectId, t.id)]
);

/** Somebody holds that a comment should not stand there. */
export const commentReport = pgTable(
	'comment_report',
	{
		id: id(),
		commentId: uuid()
			.notNull()
			.references(() => comment.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		reason: text().notNull(),
		createdAt: written(),
		/** Since when somebody has looked at it: hidden, or found fit to stay. */
		settledAt: moment()
	},
	(t) => [unique('one_report_each').on(t.commentId, t.personId)]
);

/** Who came from where: minutes paragraph → case, agenda item → vote, disclosure → case … */
export const link = pgTable(
	'link',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		fromType: text().notNull(),
		fromId: uuid().notNull(),
		/** Block of a document or id of an agenda item inside it. */
		fromBlock: text(),
		toType: text().notNull(),
		toId: uuid().notNull(),
		createdBy: uuid().references(() => person.id),
		createdAt: written()
	},
	(t) => [
		index().on(t.fromType, t.fromId),
		index().on(t.toType, t.toId),
		uniqueIndex('one_link_between').on(t.fromType, t.fromId, sql`coalesce(${t.fromBlock}, '')`, t.toType, t.toId)
	]
);

/** Something a person should know or do. */
export const notification = pgTable(
	'notification',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		areaId: uuid().references(() => area.id),
		kind: text().notNull(),
		subjectType: text().notNull(),
		subjectId: uuid().notNull(),
		params: jsonb().$type<Record<string, string | number>>().notNull().default({}),
		href: text().notNull(),
		readAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.personId, t.id)]
);

/** Counters per scope (case numbers of a community and year), taken under the row's lock. */
export const counter = pgTable('counter', { scope: text().primaryKey(), value: bigint({ mode: 'number' }).notNull() });
