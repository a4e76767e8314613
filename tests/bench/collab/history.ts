import * as Y from 'yjs';
import type { Database } from '#lib/server/db/client.ts';
import { appendUpdates, compactDocument } from '#lib/server/platform/documents/index.ts';
import { newTestDocument } from '../../support/collab.ts';

const EDITS = 30_000;
/** So many letters in one place, then somewhere else. */
const RUN = 25;

/** What 30,000 strokes leave behind: letters typed here and there, every tenth one taken back. */
function strokes(): Uint8Array[] {
	const doc = new Y.Doc();
	const text = doc.getText('t');
	const updates: Uint8Array[] = [];
	doc.on('update', (update) => void updates.push(update));
	let at = 0;
	for (let i = 0; i < EDITS; i++) {
		if (i % RUN === 0) at = Math.floor(Math.random() * (text.length + 1));
		if (i % 10 === 9) text.delete(--at, 1);
		else text.insert(at++, '字');
	}
	return updates;
}

/** Documents of ours with such a history, compacted, and the same for Hocuspocus as it would have stored it. */
export async function writeHistories(database: Database, areaId: string, count: number) {
	const updates = strokes();
	const doc = new Y.Doc();
	doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
	const whole = Buffer.from(Y.encodeStateAsUpdate(doc));
	await database.sql`create table if not exists hocuspocus (name text primary key, data bytea not null)`;
	const documents: string[] = [];
	for (let nth = 0; nth < count; nth++) {
		const id = await newTestDocument(database, areaId);
		for (let from = 0; from < EDITS; from += 1_000) {
			const rows = updates.slice(from, from + 1_000).map((body) => ({ userId: null, clientIds: [], body }));
			await appendUpdates(database, id, rows, new Map());
		}
		await compactDocument(database.db, id);
		await database.sql`insert into hocuspocus (name, data) values (${id}, ${whole})`;
		documents.push(id);
	}
	return documents;
}
