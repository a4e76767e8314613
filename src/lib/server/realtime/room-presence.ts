import { frame } from './frame.ts';
import { LIMITS } from './limits.ts';
import type { Peer } from './peer.ts';
import { Presence, readClaims } from './presence.ts';
import * as protocol from './protocol.ts';

interface Room {
	/** Everybody who is to hear of presence. */
	listeners(): Iterable<Peer>;
	mayUse(clientId: number, personId: string | null): boolean;
	moved(awareness: Uint8Array): void;
}

/** Presence in one room: which client id is whose, and news of it at most every 100 ms. */
export class RoomPresence {
	readonly #presence = new Presence();
	readonly #clientIds = new Map<Peer, number>();
	readonly #room: Room;
	#timer: NodeJS.Timeout | null = null;
	#sentAt = 0;

	constructor(room: Room) {
		this.#room = room;
	}

	/** Throws where `update` is malformed. */
	receive(peer: Peer, update: Uint8Array): void {
		for (const { clientId, state } of readClaims(update, (id) => this.#isOwn(peer, id))) {
			this.#clientIds.set(peer, clientId);
			this.#presence.set(clientId, peer, state, peer.identity);
		}
		this.#schedule();
	}

	receiveRemote(process: string, update: Uint8Array): void {
		this.#presence.receive(process, update);
		this.#schedule();
	}

	leave(peer: Peer): void {
		const clientId = this.#clientIds.get(peer);
		this.#clientIds.delete(peer);
		if (clientId === undefined || this.#presence.holder(clientId) !== peer) return;
		this.#presence.remove(clientId);
		this.#schedule();
	}

	/** Tells one peer who is here. */
	tell(peer: Peer): void {
		const present = this.#presence.encodeAll(this.#clientIds.get(peer) ?? null);
		if (present) peer.send(protocol.awareness(present));
	}

	/** Tells other processes once more who is here: one has just opened the document. */
	repeat(): void {
		this.#tellOthers(this.#clientIds.values());
	}

	/** Forgets whom dead processes have left behind. */
	tidy(): void {
		this.#presence.expire(Date.now() - LIMITS.unloadAfter);
		this.#schedule();
	}

	close(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}

	/**
	 * A socket has one client id: the first that it speaks of and that is not another's. A person who comes back before
	 * the old socket is known to be dead takes over from it.
	 */
	#isOwn(peer: Peer, clientId: number): boolean {
		const own = this.#clientIds.get(peer);
		if (own !== undefined) return own === clientId;
		for (const [other, id] of this.#clientIds) {
			if (id === clientId && (other.personId === null || other.personId !== peer.personId)) return false;
		}
		return this.#room.mayUse(clientId, peer.personId);
	}

	#schedule(): void {
		if (this.#timer || !this.#presence.changed) return;
		const wait = Math.max(0, this.#sentAt + LIMITS.awarenessEvery - Date.now());
		this.#timer = setTimeout(() => this.#send(), wait);
	}

	#send(): void {
		this.#timer = null;
		this.#sentAt = Date.now();
		const changed = this.#presence.take();
		const news = this.#presence.encode(changed);
		if (!news) return;
		const forMost = frame(protocol.awareness(news));
		for (const peer of this.#room.listeners()) {
			const own = this.#clientIds.get(peer);
			if (own === undefined || !changed.has(own)) peer.write(forMost);
			else {
				const others = this.#presence.encode(changed, own);
				if (others) peer.send(protocol.awareness(others));
			}
		}
		this.#tellOthers(changed);
	}

	#tellOthers(clientIds: Iterable<number>): void {
		const ours = this.#presence.encode([...clientIds].filter((id) => typeof this.#presence.holder(id) === 'object'));
		if (ours) this.#room.moved(ours);
	}
}
