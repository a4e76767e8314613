import { bigint, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, id, moment, written } from './columns.ts';
import { area } from './community.ts';

/** A collaborative document: the log is the truth, the snapshot its compacted beginning. */
export const document = pgTable(
	'document',
	{
		id: id(),
		areaId: uuid()
			.notNull()
			.references(() => area.id),
		/** `meeting-agenda`, `meeting-minutes`: chooses policy and shape. */
		kind: text().notNull(),
		subjectId: uuid().notNull(),
		head: bigint({ mode: 'number' }).notNull().default(0),
		snapshot: bytes(),
		snapshotSeq: bigint({ mode: 'number' }).notNull().default(0),
		schemaVersion: integer().notNull().default(1),
		sealedAt: moment(),
		createdAt: written()
	},
	(t) => [uniqueIndex('one_document_per_kind').on(t.kind, t.subjectId)]
);

export const documentUpdate = pgTable(
	'document_update',
	{
		documentId: uuid()
			.notNull()
			.references(() => document.id),
		seq: bigint({ mode: 'number' }).notNull(),
		userId: uuid(),
		clientIds: jsonb().$type<number[]>().notNull(),
		body: bytes().notNull(),
		at: written()
	},
	(t) => [primaryKey({ name: 'document_log_is_gapless', columns: [t.documentId, t.seq] })]
);

/** In a document a client id belongs to the first person who wrote with it. */
export const documentClient = pgTable(
	'document_client',
	{
		documentId: uuid()
			.notNull()
			.references(() => document.id),
		clientId: bigint({ mode: 'number' }).notNull(),
		userId: uuid(),
		firstSeq: bigint({ mode: 'number' }).notNull()
	},
	(t) => [primaryKey({ name: 'client_id_belongs_to_one', columns: [t.documentId, t.clientId] })]
);
