import * as Y from 'yjs';

/** What an update says, before it is applied. */
export interface Content {
	update: Uint8Array;
	/** Per client id, the clock up to which it holds structs. */
	ends: Map<number, number>;
	deleted: ReturnType<typeof Y.decodeUpdate>['ds'];
}

/** Throws where `update` is not a Yjs update. */
export function readContent(update: Uint8Array): Content {
	const { structs, ds } = Y.decodeUpdate(update);
	const ends = new Map<number, number>();
	for (const struct of structs) {
		if (struct instanceof Y.Skip) continue;
		const { client, clock } = struct.id;
		ends.set(client, Math.max(ends.get(client) ?? 0, clock + struct.length));
	}
	return { update, ends, deleted: ds };
}

/** Client ids under which there are structs that `doc` does not have. */
export function newClients(doc: Y.Doc, { ends }: Content): number[] {
	return [...ends].filter(([client, end]) => end > Y.getState(doc.store, client)).map(([client]) => client);
}

/** Would it change `doc`? A client answers step 1 with everything that it has deleted, which is no news. */
export function bringsNews(doc: Y.Doc, content: Content): boolean {
	if (newClients(doc, content).length > 0) return true;
	for (const [client, ranges] of content.deleted.clients) {
		if (ranges.some(({ clock, len }) => !isDeleted(doc, client, clock, clock + len))) return true;
	}
	return false;
}

function isDeleted(doc: Y.Doc, client: number, from: number, to: number): boolean {
	if (to > Y.getState(doc.store, client)) return false;
	for (let clock = from; clock < to;) {
		const struct = Y.getItem(doc.store, Y.createID(client, clock));
		if (!struct.deleted) return false;
		clock = struct.id.clock + struct.length;
	}
	return true;
}

/**
 * Applies `update` and returns what is new in it, or null. What refers to content that has not arrived is kept by Yjs
 * for later: then all of it is returned, so that the log holds it too.
 */
export function applyNews(doc: Y.Doc, update: Uint8Array): Uint8Array | null {
	const { pendingStructs, pendingDs } = doc.store;
	const news: Uint8Array[] = [];
	const collect = (bytes: Uint8Array) => void news.push(bytes);
	doc.on('update', collect);
	try {
		Y.applyUpdate(doc, update);
	} finally {
		doc.off('update', collect);
	}
	const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
	if (waits && (doc.store.pendingStructs !== pendingStructs || doc.store.pendingDs !== pendingDs)) return update;
	if (news.length === 0) return null;
	return news.length === 1 ? news[0]! : Y.mergeUpdates(news);
}
