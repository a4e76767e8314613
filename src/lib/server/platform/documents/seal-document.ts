import { eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { document } from '../../db/schema/index.ts';
import type { Act } from '../act.ts';
import { announceAccess } from './announce.ts';
import { lockLog, replay, type DocumentHeader } from './log.ts';

/**
 * Closes a document for ever in the act's transaction, and returns what it says: everything that was acknowledged to an
 * editor before is in, nothing can come after. Writers still in the room go on as readers once the act commits.
 * Sealing twice returns the same content. Throws where the document does not exist.
 */
export async function sealDocument(act: Act, id: string): Promise<{ header: DocumentHeader; doc: Y.Doc }> {
	const log = await lockLog(act.db, id);
	if (!log) throw new Error(`There is no document ${id}`);
	if (!log.sealedAt) {
		await act.db.update(document).set({ sealedAt: act.now }).where(eq(document.id, id));
		await announceAccess(act.db, { documentId: id });
	}
	return { header: { ...log, sealedAt: log.sealedAt ?? act.now }, doc: replay(log) };
}
