import { bigint, boolean, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, moment, written } from './columns.ts';
import { area, organisation } from './community.ts';
import { person } from './identity.ts';
import { document } from './documents.ts';

export const meeting = pgTable(
	'meeting',
	{
		id: id(),
		communityId: uuid()
			.notNull()
			.references(() => area.id),
		convenerOrganisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		kind: text()
			.$type<
				| 'co-building'
				| 'residents'
				| 'representatives'
				| 'deliberation'
				| 'hearing'
				| 'owners-assembly'
				| 'party-members'
			>()
			.notNull(),
		title: text().notNull(),
		place: text().notNull(),
		startsAt: moment().notNull(),
		state: text()
			.$type<'draft' | 'collecting' | 'convened' | 'in-session' | 'closed' | 'sealed' | 'disclosed' | 'cancelled'>()
			.notNull(),
		/** Of the minutes; null until the session opens. */
		phase: text().$type<'live' | 'chair' | 'review' | 'sealed'>(),
		public: boolean().notNull().default(true),
		cancelledReason: text(),
		agendaDocumentId: uuid().references(() => document.id),
		minutesDocumentId: uuid().references(() => document.id),
		chairId: uuid().references(() => person.id),
		/** Secret part of the door's QR code. */
		checkInCode: text(),
		reviewUntil: moment(),
		convenedAt: moment(),
		openedAt: moment(),
		closedAt: moment(),
		sealedAt: moment(),
		/** SHA-256 of the canonical JSON of meeting, attendance, agenda and minutes. */
		sealedHash: text(),
		sealedContent: jsonb().$type<Record<string, unknown>>(),
		disclosureId: uuid(),
		/** To whom besides the parties the notice went, see domain/meetings; null where the kind does not ask for it. */
		publicNotice: jsonb().$type<{
			to: 'households' | 'owners';
			at: string;
			homes: number;
			reached: number;
			people: number;
		}>(),
		/** How far into the log of the minutes mentions have been looked for. */
		mentionsSeq: bigint({ mode: 'number' }).notNull().default(0),
		createdBy: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: written()
	},
	(t) => [index().on(t.communityId, t.startsAt)]
);

export const meetingParty = pgTable(
	'meeting_party',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		organisationId: uuid()
			.notNull()
			.references(() => organisation.id),
		mustSign: boolean().notNull().default(true),
		noticeSentAt: moment()
	},
	(t) => [unique('party_invited_once').on(t.meetingId, t.organisationId)]
);

/** The agenda as frozen when the meeting is convened; a late item is added afterwards by the convener. */
export const agendaItem = pgTable(
	'agenda_item',
	{
		/** Made when the agenda is frozen: the document's own ids are its editors'. */
		id: uuid().primaryKey(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		parentId: uuid(),
		ordinal: integer().notNull(),
		/** 1, 1.1, 2 … */
		number: text().notNull(),
		title: text().notNull(),
		minutes: integer(),
		kind: text().$type<'discuss' | 'decide' | 'inform' | 'hear'>().notNull(),
		proposerOrganisationId: uuid().references(() => organisation.id),
		withdrawnBy: uuid(),
		late: boolean().notNull().default(false),
		/** Item of an earlier meeting that was not settled there. */
		carriedOverFrom: uuid(),
		/** How it ended, as whoever led the meeting said. */
		outcome: text().$type<'settled' | 'carried'>(),
		endedAt: moment(),
		endedBy: uuid().references(() => person.id)
	},
	(t) => [index().on(t.meetingId, t.ordinal)]
);

export const attendance = pgTable(
	'attendance',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		organisationId: uuid().references(() => organisation.id),
		capacity: text().notNull(),
		via: text().$type<'self' | 'qr' | 'recorder'>().notNull(),
		enteredBy: uuid().references(() => person.id),
		at: moment().notNull()
	},
	(t) => [unique('present_once').on(t.meetingId, t.personId)]
);

/** What a party says to a sealed hash, through its delegate. */
const signed = () => ({
	organisationId: uuid()
		.notNull()
		.references(() => organisation.id),
	personId: uuid()
		.notNull()
		.references(() => person.id),
	position: text().notNull(),
	stance: text().$type<'agree' | 'agree-with-reservation' | 'refuse'>().notNull(),
	text: text(),
	hash: text().notNull(),
	late: boolean().notNull().default(false),
	at: moment().notNull()
});

/** A party's signature under the sealed hash. */
export const signature = pgTable(
	'signature',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		...signed()
	},
	(t) => [uniqueIndex('one_signature_per_party').on(t.meetingId, t.organisationId)]
);

/** An objection to one paragraph while the minutes are in review; each gets an answer. */
export const objection = pgTable(
	'objection',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		block: text().notNull(),
		quoted: text().notNull(),
		body: text().notNull(),
		authorId: uuid()
			.notNull()
			.references(() => person.id),
		answer: text(),
		accepted: boolean(),
		answeredBy: uuid().references(() => person.id),
		answeredAt: moment(),
		createdAt: written()
	},
	(t) => [index().on(t.meetingId)]
);

/** A state of the minutes that was kept under a name. */
export const documentVersion = pgTable(
	'document_version',
	{
		id: id(),
		documentId: uuid()
			.notNull()
			.references(() => document.id),
		seq: bigint({ mode: 'number' }).notNull(),
		name: text().notNull(),
		/** `named` by a person; the others are kept by themselves. */
		cause: text().$type<'named' | 'close' | 'review' | 'restore'>().notNull(),
		/** The whole document, as one Yjs update: the log up to `seq` may be compacted. */
		content: bytes().notNull(),
		createdBy: uuid().references(() => person.id),
		createdAt: written()
	},
	(t) => [index().on(t.documentId)]
);

/** A correction of sealed minutes: a text of its own that points at theirs, sealed in the same way. */
export const corrigendum = pgTable(
	'corrigendum',
	{
		id: id(),
		meetingId: uuid()
			.notNull()
			.references(() => meeting.id),
		/** 1, 2 … of this meeting. */
		number: integer().notNull(),
		block: text().notNull(),
		quoted: text().notNull(),
		corrected: text().notNull(),
		reason: text().notNull(),
		issuedBy: uuid()
			.notNull()
			.references(() => person.id),
		sealedAt: moment().notNull(),
		/** SHA-256 of the canonical JSON of `sealedContent`, which holds the hash of the minutes. */
		sealedHash: text().notNull(),
		sealedContent: jsonb().$type<Record<string, unknown>>().notNull()
	},
	(t) => [unique('corrigenda_are_numbered').on(t.meetingId, t.number)]
);

export const corrigendumSignature = pgTable(
	'corrigendum_signature',
	{
		id: id(),
		corrigendumId: uuid()
			.notNull()
			.references(() => corrigendum.id),
		...signed()
	},
	(t) => [uniqueIndex('one_signature_per_party_and_corrigendum').on(t.corrigendumId, t.organisationId)]
);
