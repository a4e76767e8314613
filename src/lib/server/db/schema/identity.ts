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
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Role } from '../../../domain/shared/roles.ts';
import { bytes, id, moment, written } from './columns.ts';
import { area, household, organisation, unit } from './community.ts';

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

/** An appointment: a role in an organisation over an area, from and to. */
export const membership = pgTable(
	'membership',
	{
		id: id(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		role: text().$type<Role>().notNull(),
		areaId: uuid()
			.notNull()
			.references(() => area.id),
		title: text(),
		validFrom: moment().notNull(),
		validTo: moment(),
		appointedBy: uuid().references(() => person.id),
		createdAt: written()
	},
	(t) => [
		index().on(t.personId),
		index().on(t.organisationId),
		index().on(t.areaId),
		unique('one_appointment_at_a_time').on(t.personId, t.organisationId, t.role, t.areaId, t.validFrom)
	]
);

/** A person lives in a household; asked for by the person, confirmed by code, list or committee. */
export const residency = pgTable(
	'residency',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		householdId: uuid()
			.notNull()
			.references(() => household.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		state: text().$type<'requested' | 'confirmed' | 'refused' | 'ended'>().notNull(),
		via: text().$type<'list' | 'letter' | 'request'>().notNull(),
		decidedBy: uuid().references(() => person.id),
		decidedAt: moment(),
		reason: text(),
		createdAt: written()
	},
	(t) => [
		index().on(t.personId),
		index().on(t.communityId, t.state),
		uniqueIndex('one_living_residency_per_household')
			.on(t.householdId, t.personId)
			.where(sql`${t.state} in ('requested', 'confirmed')`)
	]
);

/** A person owns (part of) a unit; approved against the register, apart from residence. */
export const ownership = pgTable(
	'ownership',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		state: text().$type<'requested' | 'approved' | 'refused' | 'ended'>().notNull(),
		/** Number of the register entry or of the contract that was looked at. */
		evidence: text(),
		decidedBy: uuid().references(() => person.id),
		decidedAt: moment(),
		reason: text(),
		createdAt: written()
	},
	(t) => [
		index().on(t.personId),
		index().on(t.communityId, t.state),
		uniqueIndex('one_living_ownership_per_unit')
			.on(t.unitId, t.personId)
			.where(sql`${t.state} in ('requested', 'approved')`)
	]
);

/** Whom each adult of a household names to vote for it; more than half make the representative. */
export const householdNomination = pgTable(
	'household_nomination',
	{
		householdId: uuid()
			.notNull()
			.references(() => household.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		nomineeId: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [primaryKey({ name: 'one_nomination_per_adult', columns: [t.householdId, t.personId] })]
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
