import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { document, documentClient, documentUpdate } from '../../db/schema/index.ts';
import type { Act } from '../act.ts';
import { announceRows } from './announce.ts';
import { DocumentSealed } from './append-updates.ts';
import { lockLog, replay, type DocumentHeader } from './log.ts';

/**
 * Lets the portal itself change a document in the act's transaction (restore an item, add a late one). Editors see it
 * once the act commits. Returns the document as it stands afterwards. Throws where it does not exist or is sealed:
 * the act's policy has looked before.
 */
export async function editDocument(
	act: Act,
	id: string,
	change: (doc: Y.Doc) => void
): Promise<{ header: DocumentHeader; doc: Y.Doc }> {
	const log = await lockLog(act.db, id);
	if (!log) throw new Error(`There is no document ${id}`);
	if (log.sealedAt) throw new DocumentSealed(id);
	const doc = replay(log);
	const updates: Uint8Array[] = [];
	const collect = (update: Uint8Array) => void updates.push(update);
	doc.on('update', collect);
	doc.transact(() => change(doc));
	doc.off('update', collect);
	if (updates.length === 0) return { header: log, doc };

	const seq = log.head + 1;
	const body = updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates);
	const clientIds = [...Y.parseUpdateMeta(body).to.keys()];
	await act.db.update(document).set({ head: seq }).where(eq(document.id, id));
	// What somebody has the portal write is theirs.
	const userId = act.actor?.personId ?? null;
	await act.db.insert(documentUpdate).values({ documentId: id, seq, userId, clientIds, body });
	if (clientIds.includes(doc.clientID)) {
		await act.db.insert(documentClient).values({ documentId: id, clientId: doc.clientID, userId, firstSeq: seq });
	}
	await announceRows(act.db, id, seq);
	return { header: { ...log, head: seq }, doc };
}
