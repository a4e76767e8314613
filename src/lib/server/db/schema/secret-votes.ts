import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment } from './columns.ts';
import { organisation } from './community.ts';
import { person } from './identity.ts';
import { vote } from './votes.ts';

/** What a secret vote has beside an open one. */
export const secretVote = pgTable('secret_vote', {
	voteId: uuid()
		.primaryKey()
		.references(() => vote.id),
	/** Modulus of the key that signs drawn ballots, base64url; frozen under φ. */
	key: text().notNull(),
	/** The private half (PKCS #8), wrapped by a key outside the database; destroyed when casting ends. */
	wrappedKey: bytes(),
	/** From the end of casting on: how many ballots were cast online. */
	cast: integer(),
	/** Once the box is counted, too: what was in it, the root of the tree over all ballots, and since when it may be signed off. */
	paper: integer(),
	root: text(),
	sealedAt: moment(),
	/** So few or so unanimous that figures would tell somebody's choice: only the outcome is published. */
	outcomeOnly: boolean()
});

/**
 * Who has drawn a ballot: the right to it is given once, online as a token or on paper at the desk. Rows stand in a table
 * of each vote's own that inherits this one (drizzle/rules/secret-votes.sql).
 */
export const secretDraw = pgTable(
	'secret_draw',
	{
		voteId: uuid().notNull(),
		entryId: uuid().notNull(),
		channel: text().$type<'online' | 'paper'>().notNull(),
		/** All below is destroyed when casting ends. Who drew for the entry, or gave out the paper. */
		personId: uuid(),
		blinded: text(),
		signature: text(),
		/** The voter's secrets, under a recovery code that only the voter has. */
		bundle: text()
	},
	(t) => [primaryKey({ name: 'one_draw_per_entry', columns: [t.voteId, t.entryId] })]
);

/** A ballot that belongs to nobody; the highest revision of a nonce counts. In tables of each vote's own, too. */
export const secretBallot = pgTable(
	'secret_ballot',
	{
		voteId: uuid().notNull(),
		nonce: text().notNull(),
		revision: integer().notNull(),
		choice: text().notNull(),
		salt: text().notNull()
	},
	(t) => [
		primaryKey({ name: 'one_ballot_per_revision', columns: [t.voteId, t.nonce, t.revision] }),
		check('few_revisions', sql`${t.revision} between 1 and 50`)
	]
);

/** What one person counted in the box of paper ballots, until two agree: then the ballots lie among the others. */
export const boxReading = pgTable(
	'box_reading',
	{
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		/** Under a key outside the database: among few paper ballots a count is somebody's choice. */
		tally: bytes().notNull(),
		readAt: moment().notNull()
	},
	(t) => [primaryKey({ name: 'one_reading_a_person', columns: [t.voteId, t.personId] })]
);

/** An organisation has seen root and number of the ballots before anybody saw a choice. */
export const voteSignOff = pgTable(
	'vote_sign_off',
	{
		voteId: uuid()
			.notNull()
			.references(() => vote.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		root: text().notNull(),
		signedAt: moment().notNull()
	},
	(t) => [primaryKey({ name: 'one_sign_off_an_organisation', columns: [t.voteId, t.organisationId] })]
);
