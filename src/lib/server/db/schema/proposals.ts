import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ProposalState } from '../../../domain/proposals/proposal.ts';
import { id, moment, written } from './columns.ts';
import { area } from './community.ts';
import { person } from './identity.ts';
import { agendaItem, meeting } from './meetings.ts';

/** What somebody of the community wants talked over. It gathers support, then the committee owes an answer. */
export const proposal = pgTable(
	'proposal',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		title: text().notNull(),
		body: text().notNull(),
		/** Where it is about, in the author's words. */
		place: text(),
		state: text().$type<ProposalState>().notNull().default('gathering'),
		/** Supporters that the community asked for when it was written; a later setting changes nothing here. */
		needed: integer().notNull(),
		gatherUntil: moment().notNull(),
		readyAt: moment(),
		/** The committee's term, from the moment it became ready. */
		answerDueAt: moment(),
		answeredAt: moment(),
		answeredBy: uuid().references(() => person.id),
		/** Why it was declined; everybody reads it. */
		reason: text(),
		meetingId: uuid().references(() => meeting.id),
		/** Of the item in that meeting's agenda document. */
		entryId: text(),
		/** The item, once that agenda is frozen. */
		agendaItemId: uuid().references(() => agendaItem.id),
		createdAt: written()
	},
	(t) => [
		index().on(t.communityId, t.state),
		index().on(t.authorId),
		uniqueIndex('proposal_is_one_entry').on(t.meetingId, t.entryId),
		check('a_declined_proposal_says_why', sql`(${t.state} = 'declined') = (${t.reason} is not null)`),
		check('a_proposal_on_an_agenda_says_which', sql`(${t.state} = 'on-agenda') = (${t.meetingId} is not null)`),
		check(
			'a_ready_proposal_has_a_term',
			sql`${t.state} <> 'ready' or (${t.readyAt} is not null and ${t.answerDueAt} is not null)`
		)
	]
);

/** One person's support; taking it back removes the row, the audit keeps both. */
export const proposalSupport = pgTable(
	'proposal_support',
	{
		id: id(),
		proposalId: uuid()
			.notNull()
			.references(() => proposal.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [uniqueIndex('one_support_per_person').on(t.proposalId, t.personId), index().on(t.personId)]
);

/** What a community has set for its proposals; without a row the default holds. */
export const proposalRule = pgTable(
	'proposal_rule',
	{
		communityId: uuid()
			.primaryKey()
			.references(() => area.id),
		needed: integer().notNull(),
		setBy: uuid()
			.notNull()
			.references(() => person.id),
		setAt: moment().notNull()
	},
	(t) => [check('support_can_be_reached', sql`${t.needed} between 1 and 1000`)]
);
