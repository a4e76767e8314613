import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment } from './columns.ts';
import { person } from './identity.ts';
import { rollEntry, vote } from './votes.ts';

/** Somebody who may cast for an entry lets somebody else do it. Never removed: the cap counts those that ended, too. */
export const voteProxy = pgTable(
	'vote_proxy',
	{
		id: id(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		entryId: uuid()
			.notNull()
			.references(() => rollEntry.id),
		principalId: uuid()
			.notNull()
			.references(() => person.id),
		agentId: uuid()
			.notNull()
			.references(() => person.id),
		/** The authorisation as the principal read and gave it. */
		statement: text().notNull(),
		givenAt: moment().notNull(),
		endedAt: moment(),
		/** Taken back, or over because the principal votes: online or on paper. */
		endedBy: text().$type<'revoked' | 'voted'>()
	},
	(t) => [
		uniqueIndex('one_standing_proxy')
			.on(t.entryId, t.principalId)
			.where(sql`${t.endedAt} is null`),
		index().on(t.agentId, t.voteId),
		check('nobody_is_their_own_proxy', sql`${t.agentId} <> ${t.principalId}`),
		check('an_ended_proxy_says_why', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`)
	]
);
