import { frame } from './frame.ts';
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

	/**
	 * Gives everybody what is new to them, and tells those whose messages are `settled` (once for each) how many are by
	 * now. One write a peer.
	 */
	deliver(news: readonly { peer: Peer | null; body: Uint8Array }[], settled: readonly Peer[] = []): void {
		for (const peer of settled) {
			const member = this.#members.get(peer);
			if (member) member.settled++;
		}
		const frames = news.map(({ peer, body }) => ({ from: peer, bytes: frame(protocol.update(body)) }));
		const whole = joined(frames.map(({ bytes }) => bytes));
		const busy = new Set<Peer | null>(settled);
		for (const [peer, member] of this.#members) {
			if (!busy.has(peer)) {
				if (whole && !member.lagsBehind) peer.write(whole);
				continue;
			}
			const others = member.lagsBehind ? [] : frames.filter(({ from }) => from !== peer).map(({ bytes }) => bytes);
			peer.write(joined([...others, frame(protocol.settled(member.settled))])!);
		}
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

const joined = (frames: readonly Buffer[]): Buffer | null =>
	frames.length > 1 ? Buffer.concat(frames) : (frames[0] ?? null);
