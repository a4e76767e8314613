import type { AccessMarks, Claims, DocumentLog, NewRow } from '../platform/documents/index.ts';
import type { Identity } from './presence.ts';

/** A socket, as a room sees it. */
export interface Peer {
	/** null: a visitor. */
	readonly personId: string | null;
	readonly identity: Identity;
	readonly mayWrite: boolean;
	/** Of the moment before its rights were asked for. */
	readonly marks: AccessMarks;
	/** Bytes that wait to be sent. */
	readonly backlog: number;
	send(message: Uint8Array): void;
	/** The same with frames that are made already, perhaps for many. */
	write(frames: Uint8Array): void;
	close(code: number, reason: string): void;
}

/** The database, as a room sees it. */
export interface RoomStore {
	/** Returns the position of the last row once all are on disk. Fails where rights have changed since `marks`. */
	append(rows: NewRow[], claims: Claims, marks: AccessMarks): Promise<number>;
	/** Everything after a position. */
	since(position: number): Promise<DocumentLog>;
	/** Replaces rows by a snapshot, aside; returns the position that it reaches, or null where it did not. */
	compact(): Promise<number | null>;
}

/** The other processes and the house keeper, as a room sees them. */
export interface RoomEvents {
	/** `rows` were committed here, the last of them at position `last`. */
	committed(last: number, rows: readonly NewRow[]): void;
	/** Somebody here came, moved or left. */
	moved(awareness: Uint8Array): void;
	/** The room could not go on, and has closed its sockets. */
	failed(error: unknown): void;
}

/** The marks of all who wrote; of one person's sockets the one whose rights are the oldest. */
export function marksOf(peers: readonly Peer[]): AccessMarks {
	const oldest: AccessMarks = new Map();
	for (const peer of peers) {
		for (const [scope, value] of peer.marks) oldest.set(scope, Math.min(value, oldest.get(scope) ?? value));
	}
	return oldest;
}
