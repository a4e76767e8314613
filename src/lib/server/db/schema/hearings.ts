import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, written } from './columns.ts';
import { organisation } from './community.ts';
import { person } from './identity.ts';
import { agendaItem, meeting } from './meetings.ts';

const ofMeeting = () =>
	uuid()
		.notNull()
		.references(() => meeting.id);

/** Somebody asks for the floor at a hearing, gets it from the chair, and gives it back. */
export const speech = pgTable(
	'speech',
	{
		id: id(),
		meetingId: ofMeeting(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		/** Null: speaks as a resident. */
		organisationId: uuid().references(() => organisation.id),
		/** `gone`: went off the list without having spoken. */
		state: text().$type<'asked' | 'speaking' | 'spoken' | 'gone'>().notNull().default('asked'),
		minutes: integer().notNull(),
		startedAt: moment(),
		endedAt: moment(),
		createdAt: written()
	},
	(t) => [
		index().on(t.meetingId),
		uniqueIndex('one_has_the_floor')
			.on(t.meetingId)
			.where(sql`${t.state} = 'speaking'`),
		uniqueIndex('on_the_list_once')
			.on(t.meetingId, t.personId)
			.where(sql`${t.state} in ('asked', 'speaking')`)
	]
);

/** A question at a hearing to a party. Its item, and the meeting, end when it has been answered or set aside. */
export const hearingQuestion = pgTable(
	'hearing_question',
	{
		id: id(),
		meetingId: ofMeeting(),
		itemId: uuid()
			.notNull()
			.references(() => agendaItem.id),
		askedBy: uuid()
			.notNull()
			.references(() => person.id),
		/** Null: asked as a resident. */
		askedForId: uuid().references(() => organisation.id),
		/** Who is asked. */
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		body: text().notNull(),
		answer: text(),
		/** Why the chair set it aside instead. */
		setAside: text(),
		/** Who answered for the party, wrote its spoken answer down, or set the question aside. */
		closedBy: uuid().references(() => person.id),
		closedAt: moment(),
		createdAt: written()
	},
	(t) => [
		index().on(t.meetingId),
		check(
			'a_question_is_answered_or_set_aside',
			sql`(${t.closedAt} is null and ${t.answer} is null and ${t.setAside} is null)
				or (${t.closedAt} is not null and (${t.answer} is null) <> (${t.setAside} is null))`
		)
	]
);

/** Where a party stands at the end of a hearing; said anew it replaces what it said before, until the minutes are sealed. */
export const hearingPosition = pgTable(
	'hearing_position',
	{
		id: id(),
		meetingId: ofMeeting(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		stance: text().$type<'for' | 'against' | 'conditions'>().notNull(),
		body: text().notNull(),
		saidBy: uuid()
			.notNull()
			.references(() => person.id),
		at: moment().notNull()
	},
	(t) => [unique('one_position_per_party').on(t.meetingId, t.organisationId)]
);
