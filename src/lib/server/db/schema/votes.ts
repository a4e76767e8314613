import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { bytes, centiArea, id, moment, written } from './columns.ts';
import { area, building, organisation, propertyArea } from './community.ts';
import { person } from './identity.ts';

export const vote = pgTable(
	'vote',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		title: text().notNull(),
		question: text().notNull(),
		background: text().notNull().default(''),
		options: jsonb().$type<{ id: string; label: string }[]>().notNull(),
		method: text().$type<'for-against-abstain' | 'single' | 'approval' | 'seats'>().notNull(),
		/** How many seats there are, where there are seats. */
		seats: integer(),
		/** No ballot may choose more options; null: as many as there are. */
		mostChoices: integer(),
		preset: text().notNull(),
		/** The rule as it stood when announced, see domain/votes. */
		rule: jsonb().$type<Record<string, unknown>>().notNull(),
		electorate: text().$type<'households' | 'owners' | 'representatives' | 'members'>().notNull(),
		propertyAreaId: uuid().references(() => propertyArea.id),
		buildingId: uuid().references(() => building.id),
		secrecy: text().$type<'open' | 'sealed' | 'secret'>().notNull(),
		channels: jsonb().$type<('online' | 'paper' | 'doorstep')[]>().notNull(),
		opensAt: moment().notNull(),
		closesAt: moment().notNull(),
		/** Announced beforehand: once, by so many hours, when participation fails. */
		extensionHours: integer(),
		/** Where the end was moved to; until then null. */
		extendedTo: moment(),
		objectionDays: integer().notNull(),
		state: text()
			.$type<'draft' | 'announced' | 'open' | 'counting' | 'published' | 'cancelled' | 'annulled'>()
			.notNull(),
		manifest: jsonb().$type<Record<string, unknown>>(),
		phi: text(),
		rollHash: text(),
		outcome: text().$type<'passed' | 'rejected' | 'no-quorum' | 'run-off' | 'advisory' | 'blocked'>(),
		figures: jsonb().$type<Record<string, unknown>>(),
		/** Public and full record, signed, once published. */
		record: jsonb().$type<Record<string, unknown>>(),
		fullRecord: jsonb().$type<Record<string, unknown>>(),
		reason: text(),
		announcedAt: moment(),
		openedAt: moment(),
		closedAt: moment(),
		publishedAt: moment(),
		createdBy: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [
		index().on(t.communityId, t.state, t.closesAt),
		check('vote_closes_after_it_opens', sql`${t.closesAt} > ${t.opensAt}`),
		check('announced_vote_is_frozen', sql`${t.state} in ('draft', 'cancelled') or ${t.phi} is not null`)
	]
);

/** One entry of the roll: a household, an owner set, a representative or a member. */
export const rollEntry = pgTable(
	'roll_entry',
	{
		id: id(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		/** Household id, owner set key or person id: unique within the vote. */
		key: text().notNull(),
		/** As roll members read it: 3号楼2单元501, 王○○等2人. */
		label: text().notNull(),
		areaCenti: centiArea()
			.notNull()
			.default(sql`0`),
		class: text(),
		developer: boolean().notNull().default(false),
		unitIds: jsonb().$type<string[]>().notNull().default([])
	},
	(t) => [unique('one_entry_per_key').on(t.voteId, t.key)]
);

/** What changed on the roll between its publication and the opening: register and objections put right. */
export const rollCorrection = pgTable(
	'roll_correction',
	{
		id: id(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		/** As the roll wrote the entry before and afterwards; null: it was not there. */
		was: text(),
		now: text(),
		at: moment().notNull()
	},
	(t) => [index().on(t.voteId), check('a_correction_changes_something', sql`${t.was} is distinct from ${t.now}`)]
);

/** Who may cast for an entry: any one of several adults of a household, or each co-owner. */
export const rollVoter = pgTable(
	'roll_voter',
	{
		id: id(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		entryId: uuid()
			.notNull()
			.references(() => rollEntry.id),
		personId: uuid()
			.notNull()
			.references(() => person.id)
	},
	(t) => [unique('voter_once_per_entry').on(t.entryId, t.personId), index().on(t.personId, t.voteId)]
);

/** A ballot in `open` or `sealed` mode. A later cast replaces an earlier one; replaced ones are kept. */
export const ballot = pgTable(
	'ballot',
	{
		id: uuid().primaryKey(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		entryId: uuid()
			.notNull()
			.references(() => rollEntry.id),
		/** For a household: the entry itself casts, whoever of its adults did it; for owners each co-owner. */
		casterId: uuid().notNull(),
		personId: uuid().references(() => person.id),
		channel: text().$type<'online' | 'paper' | 'proxy' | 'doorstep'>().notNull(),
		/** In `sealed` mode encrypted to the vote's key. */
		choice: jsonb().$type<string[]>().notNull(),
		salt: text().notNull(),
		castAt: moment().notNull(),
		replacedAt: moment()
	},
	(t) => [
		uniqueIndex('one_standing_ballot')
			.on(t.voteId, t.entryId, t.casterId, t.channel)
			.where(sql`${t.replacedAt} is null`),
		index().on(t.voteId, t.entryId)
	]
);

/** A sheet of paper of an open or sealed vote that was received before the end of casting. */
export const paperBallot = pgTable(
	'paper_ballot',
	{
		id: uuid().primaryKey(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		entryId: uuid()
			.notNull()
			.references(() => rollEntry.id),
		receivedAt: moment().notNull(),
		receivedBy: uuid()
			.notNull()
			.references(() => person.id),
		contestedAt: moment(),
		contestedBy: uuid().references(() => person.id),
		contestReason: text(),
		/** Whether a supervisor let it count all the same. */
		upheld: boolean(),
		decidedAt: moment(),
		decidedBy: uuid().references(() => person.id),
		decisionReason: text()
	},
	(t) => [
		unique('one_paper_ballot_per_entry').on(t.voteId, t.entryId),
		check('only_a_contest_is_decided', sql`${t.upheld} is null or ${t.contestedAt} is not null`)
	]
);

/** What one person saw on a sheet of paper; sealed, so that the database tells no choice before publication. */
export const paperReading = pgTable(
	'paper_reading',
	{
		paperId: uuid()
			.notNull()
			.references(() => paperBallot.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		reading: bytes().notNull(),
		readAt: moment().notNull()
	},
	(t) => [primaryKey({ name: 'nobody_reads_a_paper_twice', columns: [t.paperId, t.personId] })]
);

/** To what the choices of a sealed vote are encrypted. */
export const sealKey = pgTable('seal_key', {
	voteId: uuid()
		.primaryKey()
		.references(() => vote.id),
	/** The public half (X25519, hex); frozen under φ. */
	key: text().notNull(),
	/** The private half, wrapped by a key outside the database; destroyed once the vote is counted, or annulled. */
	wrappedKey: bytes()
});

/** Argument against the roll, the count or the result, and its answer. */
export const voteObjection = pgTable(
	'vote_objection',
	{
		id: id(),
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		about: text().$type<'roll' | 'result'>().notNull(),
		body: text().notNull(),
		answer: text(),
		answeredBy: uuid().references(() => person.id),
		answeredAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.voteId)]
);
