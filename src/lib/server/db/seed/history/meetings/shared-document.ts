import * as Y from 'yjs';
import {
	appendUpdates,
	documentKind,
	findDocument,
	readDocument,
	type NewRow
} from '../../../../platform/documents/index.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Telling } from '../telling.ts';

/** A document that several people write, each from a copy of their own, as their browsers would. */
export class SharedDocument {
	readonly #telling: Telling;
	readonly #id: string;
	readonly #first: Uint8Array;
	readonly #copies = new Map<string, Y.Doc>();

	private constructor(telling: Telling, id: string, first: Uint8Array) {
		this.#telling = telling;
		this.#id = id;
		this.#first = first;
	}

	/** Joins the document as the log has it now. */
	static async join(telling: Telling, id: string): Promise<SharedDocument> {
		const { doc } = (await readDocument(telling.database.db, id))!;
		return new SharedDocument(telling, id, Y.encodeStateAsUpdate(doc));
	}

	/** What that person changes, now. Whoever may not write there is a mistake in the demo's own story. */
	async write(who: string, change: (doc: Y.Doc) => void): Promise<void> {
		const ctx = await this.#telling.as(who);
		const userId = ctx.actor!.personId;
		const known = this.#copies.has(userId);
		if (!known) await this.#demandWriter(ctx, who);
		const doc = known ? this.#copies.get(userId)! : this.#copy(userId);
		const updates: Uint8Array[] = [];
		const collect = (update: Uint8Array) => void updates.push(update);
		doc.on('update', collect);
		doc.transact(() => change(doc));
		doc.off('update', collect);
		const clientIds = [doc.clientID];
		const rows = updates.map((body): NewRow => ({ userId, clientIds, body }));
		const claims = new Map(known ? [] : [[doc.clientID, userId]]);
		await appendUpdates(this.#telling.database, this.#id, rows, claims);
		for (const other of this.#copies.values())
			if (other !== doc) for (const update of updates) Y.applyUpdate(other, update);
	}

	#copy(userId: string): Y.Doc {
		const doc = new Y.Doc();
		// the same each time; whoever opens the document later comes under a number of their own
		doc.clientID = Number.parseInt(userId.slice(-8), 16);
		Y.applyUpdate(doc, this.#first);
		for (const other of this.#copies.values()) {
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
			break;
		}
		this.#copies.set(userId, doc);
		return doc;
	}

	async #demandWriter(ctx: Context, who: string): Promise<void> {
		const header = (await findDocument(this.#telling.database.db, this.#id))!;
		const role = await documentKind(header.kind)!.role(ctx, header);
		if (role !== 'write') throw new Error(`${who} may not write in the demo’s ${header.kind}, but ${role}.`);
	}
}
