import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';

/** What happens to the document when the copy of an earlier page is put into it. */
const FROM_COPY = Symbol('unsaved copy');

/**
 * What somebody wrote on this device and the server does not have yet, so that a page closed without a connection loses
 * nothing. Kept only until it is saved, for each page by itself, and read by nobody but the person who wrote it: in the
 * document an author's words stay theirs.
 */
export class UnsavedCopy {
	readonly #doc: Y.Doc;
	readonly #storage: Storage;
	readonly #prefix: string;
	/** State vector of what the server is known to have. */
	#base: Uint8Array = new Uint8Array([0]);
	/** Copies of earlier pages that are in the document again. */
	readonly #taken: string[];

	constructor(doc: Y.Doc, { personId, documentId }: { personId: string; documentId: string }, storage = localStorage) {
		this.#doc = doc;
		this.#storage = storage;
		this.#prefix = `unsaved:${personId}:${documentId}:`;
		this.#taken = Array.from({ length: storage.length }, (_, i) => storage.key(i)!).filter((key) =>
			key.startsWith(this.#prefix)
		);
		for (const key of this.#taken) Y.applyUpdate(doc, fromBase64(storage.getItem(key)!), FROM_COPY);
	}

	get #key(): string {
		return this.#prefix + this.#doc.clientID;
	}

	/** Writes down what the server does not have. Says whether the device had room for it. */
	keep(): boolean {
		try {
			this.#storage.setItem(this.#key, toBase64(Y.encodeStateAsUpdate(this.#doc, this.#base)));
			return true;
		} catch (error) {
			if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
			throw error;
		}
	}

	/** The server has everything that is in the document now. */
	saved(): void {
		this.#base = Y.encodeStateVector(this.#doc);
		this.drop();
	}

	drop(): void {
		for (const key of [this.#key, ...this.#taken.splice(0)]) this.#storage.removeItem(key);
	}
}
