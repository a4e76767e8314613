import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, written } from './columns.ts';
import { area, organisation } from './community.ts';
import { person } from './identity.ts';
import { meeting } from './meetings.ts';

/** What a meeting gave somebody to do. It is never removed: done or dropped, it says how. */
export const task = pgTable(
	'task',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		/** Paragraph of the minutes, or id of the agenda item, that it was raised from. */
		block: text().notNull(),
		/** From the agenda, which more people may read than the minutes. */
		fromItem: boolean().notNull(),
		/** Its words at the time. */
		quoted: text().notNull(),
		title: text().notNull(),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		/** Null: whoever acts for the party. */
		personId: uuid().references(() => person.id),
		/** The last day on which it is in time. */
		dueOn: date({ mode: 'string' }).notNull(),
		state: text().$type<'open' | 'done' | 'dropped'>().notNull().default('open'),
		/** What was done, or why it was dropped. */
		outcome: text(),
		settledBy: uuid().references(() => person.id),
		settledAt: moment(),
		/** When the clock told those concerned that it is overdue. */
		remindedAt: moment(),
		raisedBy: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [
		index().on(t.meetingId),
		index('task_open_of')
			.on(t.organisationId)
			.where(sql`${t.state} = 'open'`),
		check(
			'a_settled_task_says_how',
			sql`(${t.state} = 'open') = (${t.outcome} is null and ${t.settledAt} is null and ${t.settledBy} is null)`
		)
	]
);
