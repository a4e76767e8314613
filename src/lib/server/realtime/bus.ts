import type { Database } from '../db/client.ts';
import type { NewRow } from '../platform/documents/index.ts';
import { NotifyBus } from './notify-bus.ts';
import { RedisBus } from './redis-bus.ts';

/**
 * Tells other processes what has happened to documents. It only speeds them up: the truth is in the log, and whoever
 * has missed something reads on from there.
 */
export interface Bus {
	/** `rows` are on disk, the last of them at position `last`. */
	committed(document: string, last: number, rows: readonly NewRow[]): void;
	moved(document: string, presence: Uint8Array): void;
	/** A room was opened here: who is in it elsewhere? */
	opened(document: string): void;
	close(): Promise<void>;
}

/** What another process has said. */
export type BusMessage =
	/** Rights may have changed: sockets that match are asked again. */
	| { access: { documentId?: string | undefined; personId?: string | undefined } }
	/** The document's log has reached `seq`. */
	| { document: string; seq: number }
	/** The same, with what was written: `first` is the position of the first row. */
	| { document: string; first: number; rows: NewRow[] }
	| { document: string; opened: true }
	| { document: string; presence: Uint8Array; from: string };

export interface BusEvents {
	message(message: BusMessage): void;
	/** PostgreSQL is listened to, perhaps again: whatever was said before has been missed, changed rights included. */
	listening(): void;
	/** Rows may have been missed. */
	missed(): void;
}

/** Over Redis or Valkey where `redisUrl` names one, else over PostgreSQL alone. */
export const openBus = (database: Database, events: BusEvents, redisUrl = process.env.REDIS_URL): Bus =>
	redisUrl ? new RedisBus(database, events, redisUrl) : new NotifyBus(database, events);
