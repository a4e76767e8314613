import type { Claims, DocumentLog, NewRow } from '../platform/documents/index.ts';
import type { Identity } from './presence.ts';

/** A socket, as a room sees it. */
export interface Peer {
	/** null: a visitor. */
	readonly personId: string | null;
	readonly identity: Identity;
	readonly mayWrite: boolean;
	/** Bytes that wait to be sent. */
	readonly backlog: number;
	send(message: Uint8Array): void;
	close(code: number, reason: string): void;
}

/** The database, as a room sees it. */
export interface RoomStore {
	/** Returns the position of the last row once all are on disk. */
	append(rows: NewRow[], claims: Claims): Promise<number>;
	/** Everything after a position. */
	since(position: number): Promise<DocumentLog>;
	/** Replaces rows by a snapshot, aside; returns the position that it reaches, or null where it did not. */
	compact(): Promise<number | null>;
}

/** The other processes and the house keeper, as a room sees them. */
export interface RoomEvents {
	/** Rows up to `seq` were committed here. */
	committed(seq: number): void;
	/** Somebody here came, moved or left. */
	moved(awareness: Uint8Array): void;
	/** The room could not go on, and has closed its sockets. */
	failed(error: unknown): void;
}
