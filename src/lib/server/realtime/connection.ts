import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { AccessMarks } from '../platform/documents/index.ts';
import { log } from '../platform/log.ts';
import type { Access } from './authorize.ts';
import { frame } from './frame.ts';
import { CLOSE, LIMITS } from './limits.ts';
import type { Peer } from './peer.ts';
import { NOBODY, type Identity } from './presence.ts';
import * as protocol from './protocol.ts';
import type { Room } from './room.ts';
import { TokenBucket } from './token-bucket.ts';

/** Asks anew who the socket's cookie stands for and what that person may. Fails where the database cannot be asked. */
export type Ask = () => Promise<Access>;

/** One socket in one room: its pace, its rights, its health. */
export class Connection implements Peer {
	readonly documentId: string;
	/** Reads, pings and closes … */
	readonly #socket: WebSocket;
	/** … and beneath it is what frames are written to. */
	readonly #stream: Duplex;
	readonly #room: Room;
	readonly #ask: Ask;
	#access: Access;
	readonly #messages = new TokenBucket(LIMITS.messagesPerSecond, 2);
	readonly #bytes = new TokenBucket(LIMITS.bytesPerSecond, 2);
	readonly #recheckTimer: NodeJS.Timeout;
	/** Arrived, and waiting for its turn: the socket is too fast, or its rights are being checked. */
	#waiting: Uint8Array[] = [];
	#checks = 0;
	#cooling: NodeJS.Timeout | null = null;
	#alive = true;
	#open = true;
	#slow = false;
	/** Bytes of one message under way that is large by itself: a whole document above all. */
	#large = 0;

	constructor(socket: WebSocket, stream: Duplex, documentId: string, access: Access, room: Room, ask: Ask) {
		this.#socket = socket;
		this.#stream = stream;
		this.documentId = documentId;
		this.#access = access;
		this.#room = room;
		this.#ask = ask;
		this.#recheckTimer = setInterval(() => void this.recheck(), LIMITS.recheckEvery).unref();
		socket.on('message', (data, isBinary) => this.#arrive(data as Buffer, isBinary));
		socket.on('pong', () => (this.#alive = true));
		// ws says with its own close code what was wrong with a frame; there is nothing to add
		socket.on('error', () => {});
		socket.on('close', () => this.#end());
		room.join(this);
	}

	get personId(): string | null {
		return this.#access.personId;
	}

	get identity(): Identity {
		return this.#access.identity;
	}

	get mayWrite(): boolean {
		return this.#access.role === 'write';
	}

	get marks(): AccessMarks {
		return this.#access.marks;
	}

	get backlog(): number {
		return this.#stream.writableLength;
	}

	send(message: Uint8Array): void {
		this.write(frame(message));
	}

	write(frames: Uint8Array): void {
		if (!this.#open || this.#socket.readyState !== WebSocket.OPEN) return;
		// what is large in one piece says nothing of the line; all that piles up behind it does
		const large = this.#large === 0 && frames.length > LIMITS.slowSocket;
		if (large) this.#large = frames.length;
		const sent = () => {
			if (large) this.#large = 0;
			if (this.#slow) this.#sent();
		};
		this.#stream.write(frames, large || this.#slow ? sent : undefined);
		if (this.backlog - this.#large > LIMITS.deadSocket) this.close(CLOSE.later, 'too-slow');
		else if (!this.#slow && this.backlog > LIMITS.slowSocket) {
			this.#slow = true;
			this.#stream.write(frame(protocol.awareness(NOBODY)), () => this.#sent());
		}
	}

	close(code: number, reason: string): void {
		if (!this.#open) return;
		this.#end();
		this.#socket.resume();
		this.#socket.close(code, reason);
		setTimeout(() => this.#socket.terminate(), 3_000).unref();
	}

	/**
	 * Asks again for the socket's rights. What arrives meanwhile waits, so that nothing is accepted from a person whose
	 * right has been withdrawn. While the database cannot be asked nothing is committed either; it is asked again.
	 */
	async recheck(): Promise<void> {
		this.#checks++;
		this.#pace();
		try {
			const now = await this.#ask();
			if (now.role === 'none') this.close(CLOSE.noAccess, now.reason);
			else if (now.role !== this.#access.role || now.personId !== this.personId) this.close(CLOSE.joinAgain, 'rights');
			else this.#access = now;
		} catch (error) {
			log.warn({ err: error }, 'the rights of a socket could not be checked');
			this.close(CLOSE.later, 'unavailable');
		}
		this.#checks--;
		this.#work();
		this.#pace();
	}

	/** Every 15 s: drops a socket that did not answer the last ping. */
	beat(): void {
		// a socket that is not read cannot be heard either
		if (!this.#alive && !this.#socket.isPaused) return this.#socket.terminate();
		this.#alive = false;
		this.#socket.ping();
		this.send(protocol.awareness(NOBODY));
	}

	#arrive(data: Buffer, isBinary: boolean): void {
		if (!this.#open) return;
		if (!isBinary) return this.close(CLOSE.malformed, 'malformed');
		this.#waiting.push(data);
		this.#work();
	}

	/** A large message is taken at once and then waited off. */
	#work(): void {
		while (this.#open && !this.#cooling && this.#checks === 0 && this.#waiting.length > 0) {
			const data = this.#waiting.shift()!;
			const wait = Math.max(this.#messages.take(1), this.#bytes.take(data.length));
			if (wait > 0) this.#coolDown(wait);
			this.#receive(data);
		}
	}

	#receive(data: Uint8Array): void {
		try {
			this.#room.receive(this, protocol.readMessage(data));
		} catch {
			this.close(CLOSE.malformed, 'malformed');
		}
	}

	#coolDown(ms: number): void {
		this.#cooling = setTimeout(() => {
			this.#cooling = null;
			this.#work();
			this.#pace();
		}, ms);
		this.#pace();
	}

	/** Reads on only where what has been read can be worked on: nothing piles up here. */
	#pace(): void {
		if (this.#open && (this.#cooling || this.#checks > 0)) this.#socket.pause();
		else this.#socket.resume();
	}

	#sent(): void {
		if (!this.#open || this.backlog > LIMITS.slowSocket / 4) return;
		this.#slow = false;
		this.#room.drained(this);
	}

	#end(): void {
		this.#open = false;
		clearInterval(this.#recheckTimer);
		if (this.#cooling) clearTimeout(this.#cooling);
		this.#waiting = [];
		this.#room.leave(this);
	}
}
