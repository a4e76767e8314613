import { COMPACT_BYTES, COMPACT_ROWS } from '../platform/documents/index.ts';
import { log } from '../platform/log.ts';
import type { RoomStore } from './peer.ts';

type Row = { body: Uint8Array };

/** Watches the size of a log behind its snapshot, and has it compacted when it has grown too long. */
export class LogKeeper {
	readonly #store: RoomStore;
	#rows = 0;
	#bytes = 0;
	#busy = false;

	constructor(store: RoomStore, rows: readonly Row[]) {
		this.#store = store;
		this.grow(rows);
	}

	grow(rows: readonly Row[]): void {
		this.#rows += rows.length;
		for (const row of rows) this.#bytes += row.body.length;
		if (!this.#busy && (this.#rows >= COMPACT_ROWS || this.#bytes >= COMPACT_BYTES)) void this.#compact();
	}

	/** Editing does not wait for it. If it fails the log is only longer: it is tried again when as much has come again. */
	async #compact(): Promise<void> {
		this.#busy = true;
		this.#rows = 0;
		this.#bytes = 0;
		try {
			await this.#store.compact();
		} catch (error) {
			log.warn({ err: error }, 'a document could not be compacted');
		} finally {
			this.#busy = false;
		}
	}
}
