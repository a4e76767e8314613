import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { document, documentUpdate } from '../../db/schema/index.ts';
import { documentKind } from './kinds.ts';
import { readLog } from './log.ts';
import { replayAside } from './replayer.ts';

/** From so many rows, or so many bytes in them, a log is worth compacting. */
export const COMPACT_ROWS = 500;
export const COMPACT_BYTES = 256 * 1024;

/**
 * Replaces the rows of a log by a snapshot that says the same. Editing goes on meanwhile: rows that arrive later stay.
 * Returns the position that the snapshot reaches, or null where another process was faster, the document is sealed
 * (what was sealed keeps the rows that it was sealed with) or of a kind that keeps its log.
 */
export async function compactDocument(db: Db, id: string): Promise<number | null> {
	const log = await readLog(db, id);
	if (!log || log.sealedAt || log.rows.length === 0 || documentKind(log.kind)?.keepsLog) return null;
	const before = log.snapshot ? [log.snapshot] : [];
	const snapshot = await replayAside([...before, ...log.rows.map((row) => row.body)]);
	return db.transaction(async (tx) => {
		const [moved] = await tx
			.update(document)
			.set({ snapshot, snapshotSeq: log.head })
			.where(and(eq(document.id, id), eq(document.snapshotSeq, log.snapshotSeq), isNull(document.sealedAt)))
			.returning({ seq: document.snapshotSeq });
		if (!moved) return null;
		await tx.delete(documentUpdate).where(and(eq(documentUpdate.documentId, id), lte(documentUpdate.seq, moved.seq)));
		return moved.seq;
	});
}
