import * as Y from 'yjs';
import {
	agendaTree,
	numbered,
	readEntries,
	type AgendaEntry,
	type NumberedItem
} from '#lib/domain/meetings/agenda-document.ts';
import type { Db } from '../db/client.ts';
import { readLog } from '../platform/documents/index.ts';

/**
 * The agenda as it is frozen: every item that was ever in the document and has a title. One that was deleted instead of
 * withdrawn comes back as it last stood, so that nobody removes another party's item unseen.
 */
export async function agendaToFreeze(db: Db, documentId: string): Promise<NumberedItem[]> {
	const log = await readLog(db, documentId);
	if (!log) throw new Error(`There is no document ${documentId}`);
	const doc = new Y.Doc();
	const seen = new Map<string, AgendaEntry>();
	for (const row of log.rows) {
		Y.applyUpdate(doc, row.body);
		for (const entry of readEntries(doc)) seen.set(entry.id, entry);
	}
	return numbered(agendaTree([...seen.values()].filter((entry) => entry.title !== '')));
}
