/** Who is here and where their caret stands. One client id a socket; who it is, the server says. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { LIMITS } from './limits.ts';

/** Put over whatever a client claims to be. */
export interface Identity {
	name: string;
	/** The party that the person is here for. */
	party: string | null;
	color: string;
}

/** One client's state as it is sent on: already encoded. */
interface Entry {
	/** Socket of this process, or the process it came from. */
	owner: object | string;
	state: string | null;
	clock: number;
}

export interface Claimed {
	clientId: number;
	/** What the client says of itself; null: it leaves. */
	state: Record<string, unknown> | null;
}

export class Presence {
	readonly #entries = new Map<number, Entry>();
	/** Changed since the last take. */
	#changed = new Set<number>();

	get changed(): boolean {
		return this.#changed.size > 0;
	}

	holder(clientId: number): object | string | undefined {
		return this.#entries.get(clientId)?.owner;
	}

	set(clientId: number, owner: object | string, state: Record<string, unknown> | null, identity: Identity): void {
		if (state === null) this.remove(clientId);
		else this.#put(clientId, owner, JSON.stringify({ ...state, user: identity }));
	}

	remove(clientId: number): void {
		const entry = this.#entries.get(clientId);
		if (entry) this.#put(clientId, entry.owner, null);
	}

	/** What another process has sent on: it has stamped it. A client id held by a socket here stays with it. */
	receive(process: string, update: Uint8Array): void {
		for (const { clientId, clock, text } of readEntries(update)) {
			const known = this.#entries.get(clientId);
			if (known && (known.clock >= clock || (typeof known.owner === 'object' && known.state !== null))) continue;
			this.#entries.set(clientId, { owner: process, state: text === 'null' ? null : text, clock });
			this.#changed.add(clientId);
		}
	}

	/** Forgets clients of other processes that have not been heard of since `before` (stock clients speak every 15 s). */
	expire(before: number): void {
		for (const [clientId, entry] of this.#entries) {
			if (entry.state === null && entry.clock < before) this.#entries.delete(clientId);
			else if (typeof entry.owner === 'string' && entry.clock < before) this.remove(clientId);
		}
	}

	/** The ids that have changed since the last call. */
	take(): Set<number> {
		const changed = this.#changed;
		this.#changed = new Set();
		return changed;
	}

	/** Everybody but `except`, or null where nobody is left. */
	encodeAll(except: number | null): Uint8Array | null {
		return this.encode(
			[...this.#entries.keys()].filter((id) => this.#entries.get(id)!.state !== null),
			except
		);
	}

	/** A client must never hear of itself: its own clock runs apart from ours, and the two would chase each other. */
	encode(clientIds: Iterable<number>, except: number | null = null): Uint8Array | null {
		const chosen = [...clientIds].filter((id) => id !== except && this.#entries.has(id));
		if (chosen.length === 0) return null;
		return encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, chosen.length);
			for (const id of chosen) {
				const { clock, state } = this.#entries.get(id)!;
				encoding.writeVarUint(encoder, id);
				encoding.writeVarUint(encoder, clock);
				encoding.writeVarString(encoder, state ?? 'null');
			}
		});
	}

	/**
	 * Clocks are ours, not the client's: milliseconds, so that they grow across restarts and processes and others see a
	 * client that comes back at once.
	 */
	#put(clientId: number, owner: object | string, state: string | null): void {
		const clock = Math.max(Date.now(), (this.#entries.get(clientId)?.clock ?? 0) + 1);
		this.#entries.set(clientId, { owner, state, clock });
		this.#changed.add(clientId);
	}
}

/** An empty awareness message: keeps a stock client from taking a quiet connection for dead. */
export const NOBODY = encoding.encode((encoder) => encoding.writeVarUint(encoder, 0));

/**
 * What a client says of the clients that `concerns` it. Stock clients send on what they hear of others; that is passed
 * over unread. Throws where it is not an awareness update, or where the state is larger than it may be.
 */
export function readClaims(update: Uint8Array, concerns: (clientId: number) => boolean): Claimed[] {
	const claims: Claimed[] = [];
	for (const { clientId, text } of readEntries(update)) {
		if (!concerns(clientId)) continue;
		if (Buffer.byteLength(text) > LIMITS.awarenessState) throw new Error('awareness state too large');
		const state: unknown = JSON.parse(text);
		if (typeof state !== 'object' || Array.isArray(state)) throw new Error('awareness state is not an object');
		claims.push({ clientId, state: state as Record<string, unknown> | null });
	}
	return claims;
}

function* readEntries(update: Uint8Array): Generator<{ clientId: number; clock: number; text: string }> {
	const decoder = decoding.createDecoder(update);
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const clientId = decoding.readVarUint(decoder);
		const clock = decoding.readVarUint(decoder);
		yield { clientId, clock, text: decoding.readVarString(decoder) };
	}
}
