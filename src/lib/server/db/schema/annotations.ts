import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, moment, written } from './columns.ts';
import { document } from './documents.ts';
import { person } from './identity.ts';
import { meeting } from './meetings.ts';

/** A comment on words of the minutes. It points at them from outside: the document does not know of it. */
export const annotation = pgTable(
	'annotation',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		documentId: uuid()
			.notNull()
			.references(() => document.id),
		/** Encoded Yjs relative positions. */
		startAt: bytes().notNull(),
		endAt: bytes().notNull(),
		/** Block in which the words stood, and the words, for when they are gone. */
		block: text(),
		quote: text().notNull(),
		body: text().notNull(),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		resolvedAt: moment(),
		resolvedBy: uuid().references(() => person.id),
		createdAt: written()
	},
	(t) => [index().on(t.meetingId, t.id)]
);

export const annotationAnswer = pgTable(
	'annotation_answer',
	{
		id: id(),
		annotationId: uuid()
			.notNull()
			.references(() => annotation.id),
		body: text().notNull(),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [index().on(t.annotationId, t.id)]
);

/** A person mentioned in a paragraph of the minutes: seen first, told once it has stood for a while, never a second time. */
export const mention = pgTable(
	'mention',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		block: text().notNull(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		seenAt: moment().notNull(),
		toldAt: moment()
	},
	(t) => [
		unique('told_once_of_a_mention').on(t.meetingId, t.block, t.personId),
		index('mentions_to_tell')
			.on(t.seenAt)
			.where(sql`told_at is null`)
	]
);
