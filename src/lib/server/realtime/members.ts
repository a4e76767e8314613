import { LIMITS } from './limits.ts';
import type { Peer } from './peer.ts';
import * as protocol from './protocol.ts';

interface Member {
	/** Content messages of this peer that are settled. */
	settled: number;
	/** What a slow peer had been sent when it was cut off; null while it gets everything. */
	lagsBehind: Uint8Array | null;
}

/** The peers of one room: what each has been told, and who cannot keep up. */
export class Members {
	readonly #members = new Map<Peer, Member>();

	get size(): number {
		return this.#members.size;
	}

	has(peer: Peer): boolean {
		return this.#members.has(peer);
	}

	add(peer: Peer): void {
		this.#members.set(peer, { settled: 0, lagsBehind: null });
	}

	remove(peer: Peer): void {
		this.#members.delete(peer);
	}

	removeAll(): Peer[] {
		const peers = [...this.#members.keys()];
		this.#members.clear();
		return peers;
	}

	/** Those who get everything as it comes. */
	upToDate(): Peer[] {
		return [...this.#members].filter(([, member]) => !member.lagsBehind).map(([peer]) => peer);
	}

	broadcast(message: Uint8Array, except: Peer | null): void {
		for (const [peer, member] of this.#members) if (peer !== except && !member.lagsBehind) peer.send(message);
	}

	/** Tells each of `peers` how much of theirs is settled: one message more for each time that they are named. */
	settle(peers: readonly Peer[]): void {
		const heard = new Map<Peer, number>();
		for (const peer of peers) {
			const member = this.#members.get(peer);
			if (member) heard.set(peer, ++member.settled);
		}
		for (const [peer, settled] of heard) peer.send(protocol.settled(settled));
	}

	/** Whose socket is full gets no more, until it has drained. */
	cutOffSlow(stateVector: () => Uint8Array): void {
		for (const [peer, member] of this.#members) {
			if (!member.lagsBehind && peer.backlog > LIMITS.slowSocket) member.lagsBehind = stateVector();
		}
	}

	/** What a slow peer had when it was cut off, or null. */
	lagOf(peer: Peer): Uint8Array | null {
		return this.#members.get(peer)?.lagsBehind ?? null;
	}

	/** It is about to be sent what it lacks, and gets everything again. */
	catchesUp(peer: Peer): void {
		const member = this.#members.get(peer);
		if (member) member.lagsBehind = null;
	}
}
