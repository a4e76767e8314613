import { and, asc, eq, gt } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Db } from '../../db/client.ts';
import { document, documentClient, documentUpdate } from '../../db/schema/index.ts';

/** A document without its content. */
export interface DocumentHeader {
	id: string;
	areaId: string;
	kind: string;
	subjectId: string;
	schemaVersion: number;
	/** Position of the last row of its log. */
	head: number;
	sealedAt: Date | null;
}

export interface LogRow {
	seq: number;
	userId: string | null;
	clientIds: number[];
	body: Uint8Array;
}

/** Everything after a position: the snapshot if it reaches further, and the rows behind it, without a gap. */
export interface DocumentLog extends DocumentHeader {
	snapshot: Uint8Array | null;
	snapshotSeq: number;
	rows: LogRow[];
	/** Who wrote first under a client id, and so owns it; null: the portal itself. */
	owners: Map<number, string | null>;
}

const header = {
	id: document.id,
	areaId: document.areaId,
	kind: document.kind,
	subjectId: document.subjectId,
	schemaVersion: document.schemaVersion,
	head: document.head,
	sealedAt: document.sealedAt
};

export async function findDocument(db: Db, id: string): Promise<DocumentHeader | null> {
	const [found] = await db.select(header).from(document).where(eq(document.id, id));
	return found ?? null;
}

/** Reads the log in one snapshot of the database, so that a compaction under way cannot tear it. */
export function readLog(db: Db, id: string, since = 0): Promise<DocumentLog | null> {
	return db.transaction((tx) => readRows(tx, id, since, false), {
		isolationLevel: 'repeatable read',
		accessMode: 'read only'
	});
}

/** Reads the log and keeps everybody else from adding to it until the transaction ends. */
export function lockLog(tx: Db, id: string): Promise<DocumentLog | null> {
	return readRows(tx, id, 0, true);
}

async function readRows(tx: Db, id: string, since: number, lock: boolean): Promise<DocumentLog | null> {
	const query = tx
		.select({ ...header, snapshot: document.snapshot, snapshotSeq: document.snapshotSeq })
		.from(document)
		.where(eq(document.id, id));
	const [found] = await (lock ? query.for('update') : query);
	if (!found) return null;
	const from = Math.max(since, found.snapshotSeq);
	const { seq, userId, clientIds, body } = documentUpdate;
	const rows = await tx
		.select({ seq, userId, clientIds, body })
		.from(documentUpdate)
		.where(and(eq(documentUpdate.documentId, id), gt(seq, from)))
		.orderBy(asc(seq));
	if (rows.length !== found.head - from || rows.some((row, i) => row.seq !== from + 1 + i)) {
		throw new Error(`The log of document ${id} has a gap after ${from}`);
	}
	const clients = await tx.select().from(documentClient).where(eq(documentClient.documentId, id));
	return {
		...found,
		snapshot: found.snapshotSeq > since ? found.snapshot : null,
		rows,
		owners: new Map(clients.map((client) => [client.clientId, client.userId]))
	};
}

/**
 * Brings `doc` up to the log. One outer transaction: nested applies inherit its origin, so that a listener sees one
 * change that came from the log, and one pass of clean-up instead of one a row.
 */
export function replay(log: Pick<DocumentLog, 'snapshot' | 'rows'>, doc = new Y.Doc()): Y.Doc {
	doc.transact(() => {
		if (log.snapshot) Y.applyUpdate(doc, log.snapshot);
		for (const row of log.rows) Y.applyUpdate(doc, row.body);
	}, 'log');
	return doc;
}

/** The whole content as of one moment; null where there is no such document. */
export async function readDocument(db: Db, id: string): Promise<{ header: DocumentHeader; doc: Y.Doc } | null> {
	const log = await readLog(db, id);
	return log && { header: log, doc: replay(log) };
}
