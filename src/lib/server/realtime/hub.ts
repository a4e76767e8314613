import type { Database } from '../db/client.ts';
import { appendUpdates, compactDocument, Overtaken, readLog, type NewRow } from '../platform/documents/index.ts';
import { log } from '../platform/log.ts';
import { LIMITS } from './limits.ts';
import type { RoomEvents, RoomStore } from './peer.ts';
import { Room } from './room.ts';

/** What other processes are told. */
export interface HubEvents {
	committed(documentId: string, last: number, rows: readonly NewRow[]): void;
	moved(documentId: string, presence: Uint8Array): void;
	opened(documentId: string): void;
}

/** The open documents of this process. */
export class Hub {
	readonly #database: Database;
	readonly #news: HubEvents;
	readonly #rooms = new Map<string, Promise<Room>>();
	readonly #unloads = new Map<string, NodeJS.Timeout>();

	constructor(database: Database, news: HubEvents) {
		this.#database = database;
		this.#news = news;
	}

	/** The room of a document, loaded to the end of its log. Fails where it cannot be read in full. */
	open(documentId: string): Promise<Room> {
		this.#keep(documentId);
		const known = this.#rooms.get(documentId);
		if (known) return known;
		const loading = this.#load(documentId);
		this.#rooms.set(documentId, loading);
		loading.catch(() => this.#forget(documentId, loading));
		return loading;
	}

	/** The room where it is open, once it is loaded. */
	find(documentId: string): Promise<Room> | undefined {
		return this.#rooms.get(documentId);
	}

	async all(): Promise<Room[]> {
		const settled = await Promise.allSettled(this.#rooms.values());
		return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
	}

	/** Called after a socket has left, or has not come after all. */
	release(documentId: string, room: Room): void {
		if (room.size > 0) return;
		this.#keep(documentId);
		const unload = setTimeout(() => void this.#unload(documentId, room), LIMITS.unloadAfter);
		this.#unloads.set(documentId, unload.unref());
	}

	#keep(documentId: string): void {
		clearTimeout(this.#unloads.get(documentId));
		this.#unloads.delete(documentId);
	}

	async #unload(documentId: string, room: Room): Promise<void> {
		await room.idle();
		const loaded = this.#rooms.get(documentId);
		if (room.size > 0 || !loaded || (await loaded) !== room || !this.#unloads.has(documentId)) return;
		this.#forget(documentId, loaded);
		room.close(1000, 'unloaded');
	}

	#forget(documentId: string, loading: Promise<Room>): void {
		if (this.#rooms.get(documentId) === loading) this.#rooms.delete(documentId);
		this.#keep(documentId);
	}

	async #load(documentId: string): Promise<Room> {
		const store = this.#storeOf(documentId);
		const room = new Room(await store.since(0), store, this.#eventsOf(documentId));
		this.#news.opened(documentId);
		return room;
	}

	#eventsOf(documentId: string): RoomEvents {
		return {
			committed: (last, rows) => this.#news.committed(documentId, last, rows),
			moved: (presence) => this.#news.moved(documentId, presence),
			failed: (error) => {
				if (!(error instanceof Overtaken)) {
					log.error({ err: error, document: documentId }, 'a document could not be written');
				}
				const loading = this.#rooms.get(documentId);
				if (loading) this.#forget(documentId, loading);
			}
		};
	}

	#storeOf(documentId: string): RoomStore {
		const database = this.#database;
		return {
			append: (rows, claims, marks) => appendUpdates(database, documentId, rows, claims, marks),
			since: async (position) => {
				const found = await readLog(database.db, documentId, position);
				if (!found) throw new Error(`There is no document ${documentId}`);
				return found;
			},
			compact: () => compactDocument(database.db, documentId)
		};
	}
}
