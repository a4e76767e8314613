import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex, uuid, index } from 'drizzle-orm/pg-core';
import { id, moment, written } from './columns.ts';
import { person } from './identity.ts';
import { agendaItem, meeting } from './meetings.ts';

/**
 * An item that was not settled, on its way into the agenda of a later meeting. Kept in rows: what a client writes into
 * the shared agenda makes nothing a carried-over item.
 */
export const carriedItem = pgTable(
	'carried_item',
	{
		id: id(),
		fromItemId: uuid()
			.notNull()
			.references(() => agendaItem.id),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		/** Of the item in that meeting's agenda document. */
		entryId: text().notNull(),
		/** Withdrawn there, or that meeting was cancelled: it is open again. */
		releasedAt: moment(),
		createdBy: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [
		index().on(t.meetingId),
		uniqueIndex('carried_to_one_meeting')
			.on(t.fromItemId)
			.where(sql`${t.releasedAt} is null`)
	]
);
