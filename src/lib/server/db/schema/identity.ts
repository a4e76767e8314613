import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { bytes, id, moment, written } from './columns.ts';
import { area } from './community.ts';

/** Somebody the portal knows. The name is the only personal field in clear; the rest is in person_secret. */
export const person = pgTable('person', {
	id: id(),
	name: text().notNull(),
	/** Day of birth is only ever asked as "18 or over". */
	adult: boolean().notNull().default(true),
	erasedAt: moment(),
	createdAt: written()
});

/** Sensitive fields under a data key of the person's own; the key is wrapped by one kept outside the database. */
export const personSecret = pgTable(
	'person_secret',
	{
		personId: uuid()
			.primaryKey()
			.references(() => person.id),
		wrappedKey: bytes().notNull(),
		phone: bytes(),
		/** HMAC under a second key, to find a person by phone without storing it in clear. */
		phoneDigest: bytes(),
		idNumber: bytes(),
		idNumberDigest: bytes(),
		updatedAt: written()
	},
	(t) => [uniqueIndex('one_person_per_phone').on(t.phoneDigest)]
);

/** What a person signs in with. */
export const credential = pgTable(
	'credential',
	{
		personId: uuid()
			.primaryKey()
			.references(() => person.id),
		login: text().notNull(),
		passwordHash: text(),
		/** Under the person's data key. */
		totpSecret: bytes(),
		/** The 30-second step of the last code taken: none is taken twice. */
		totpStep: bigint({ mode: 'number' }),
		/** Set by a reset: the next sign-in must choose a new one. */
		mustChange: boolean().notNull().default(false),
		disabledAt: moment(),
		createdAt: written()
	},
	(t) => [uniqueIndex('one_credential_per_login').on(sql`lower(${t.login})`)]
);

/** A signed-in browser. `id` is SHA-256 of the token that the cookie holds. */
export const session = pgTable(
	'session',
	{
		id: text().primaryKey(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		expiresAt: moment().notNull(),
		createdAt: written(),
		seenAt: written(),
		/** Browser and system as a person would name them, no address. */
		device: text()
	},
	(t) => [index().on(t.personId), index().on(t.expiresAt)]
);

/** A secret handed out once: phone code, household letter, password reset, first administrator. Only its hash is kept. */
export const oneTimeCode = pgTable(
	'one_time_code',
	{
		id: id(),
		purpose: text().$type<'phone' | 'household-letter' | 'password-reset' | 'first-administrator'>().notNull(),
		/** HMAC of the phone, id of the household or of the person: what the code stands for. */
		subject: text().notNull(),
		codeHash: text().notNull(),
		communityId: uuid().references(() => area.id),
		attempts: integer().notNull().default(0),
		expiresAt: moment().notNull(),
		usedAt: moment(),
		revokedAt: moment(),
		createdAt: written(),
		createdBy: uuid().references(() => person.id)
	},
	(t) => [
		uniqueIndex('one_live_code')
			.on(t.purpose, t.subject)
			.where(sql`${t.usedAt} is null and ${t.revokedAt} is null`),
		index().on(t.purpose, t.codeHash)
	]
);

/** The privacy notice a person has read, and each consent given or taken back. */
export const consent = pgTable(
	'consent',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		/** `privacy-notice`, `publication:<disclosure>` … */
		purpose: text().notNull(),
		version: text().notNull(),
		givenAt: moment().notNull(),
		withdrawnAt: moment()
	},
	(t) => [index().on(t.personId, t.purpose)]
);

/** What a person asked for when nobody could confirm it at once. */
export const signUpRequest = pgTable(
	'sign_up_request',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		/** The address as the person wrote it. */
		address: text().notNull(),
		note: text(),
		bornOn: date(),
		state: text().$type<'waiting' | 'approved' | 'refused'>().notNull(),
		decidedBy: uuid().references(() => person.id),
		decidedAt: moment(),
		reason: text(),
		createdAt: written()
	},
	(t) => [index().on(t.communityId, t.state)]
);

/** Failures only, per account, address and phone. */
export const rateLimit = pgTable(
	'rate_limit',
	{
		/** `sign-in:login`, `sign-in:address`, `phone-code:phone` … */
		bucket: text().notNull(),
		subject: text().notNull(),
		failures: integer().notNull(),
		windowStart: moment().notNull(),
		lockedUntil: moment()
	},
	(t) => [primaryKey({ columns: [t.bucket, t.subject] }), check('failures_count_up', sql`${t.failures} >= 0`)]
);

/** Somebody looked at a sensitive field; shown to the person it belongs to. */
export const sensitiveRead = pgTable(
	'sensitive_read',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		readerId: uuid()
			.notNull()
			.references(() => person.id),
		fields: jsonb().$type<string[]>().notNull(),
		reason: text().notNull(),
		at: written()
	},
	(t) => [index().on(t.personId)]
);
