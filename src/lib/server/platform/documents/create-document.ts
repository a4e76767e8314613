import * as Y from 'yjs';
import { document, documentClient, documentUpdate } from '../../db/schema/index.ts';
import type { Act } from '../act.ts';
import { newId } from '../ids.ts';

export interface NewDocument {
	kind: string;
	areaId: string;
	subjectId: string;
	schemaVersion: number;
	/** First content, as a Yjs update. It is written here, once, and never by an editor that finds a document empty. */
	initial?: Uint8Array;
}

/** Creates a document with its first content, in the act's own transaction. Returns its id, the one for `/collab/<id>`. */
export async function createDocument(act: Act, { initial, ...fields }: NewDocument): Promise<string> {
	const id = newId();
	await act.db.insert(document).values({ id, ...fields, head: initial ? 1 : 0 });
	if (!initial) return id;
	const clientIds = [...Y.parseUpdateMeta(initial).to.keys()];
	const first = { documentId: id, seq: 1, userId: act.actor?.personId ?? null };
	await act.db.insert(documentUpdate).values({ ...first, clientIds, body: initial });
	if (clientIds.length > 0) {
		await act.db
			.insert(documentClient)
			.values(clientIds.map((clientId) => ({ documentId: id, clientId, userId: null, firstSeq: 1 })));
	}
	return id;
}
