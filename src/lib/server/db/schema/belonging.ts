import { sql } from 'drizzle-orm';
import { date, index, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ImportCounts } from '../../../domain/identity/register-file/plan.ts';
import type { Role } from '../../../domain/shared/roles.ts';
import { bytes, id, moment, written } from './columns.ts';
import { area, household, organisation, unit } from './community.ts';
import { person } from './identity.ts';

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
		endedBy: uuid().references(() => person.id),
		/** Why it ended before its time; the person reads it. */
		endReason: text(),
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
		/** Of co-owners by shares (按份共有): `1/3`. Null: the only owner, or joint owners (共同共有). */
		share: text(),
		/** Day of the register entry. */
		registeredOn: date(),
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

/** An uploaded list of households, units and owners: looked at first, written once. Its content goes when it is imported. */
export const registerImport = pgTable(
	'register_import',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		uploadedBy: uuid()
			.notNull()
			.references(() => person.id),
		fileName: text().notNull(),
		/** Sealed under a key outside the database; null once imported, and after a day. */
		content: bytes(),
		counts: jsonb().$type<ImportCounts>(),
		importedAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.communityId, t.createdAt)]
);
