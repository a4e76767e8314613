import * as Y from 'yjs';
import { replay, type Claims, type DocumentLog, type NewRow } from '../platform/documents/index.ts';
import { applyNews, bringsNews, newClients, type Content } from './changes.ts';
import type { Peer } from './peer.ts';

export type Verdict =
	{ kind: 'row'; row: NewRow } | { kind: 'nothing-new' } | { kind: 'denied'; reason: 'read-only' | 'client-id' };

/** The document in memory: its content, and who owns which client id in it. */
export class DocumentState {
	readonly #doc: Y.Doc;
	readonly #owners: Map<number, string | null>;

	constructor(log: DocumentLog) {
		this.#doc = replay(log);
		this.#owners = log.owners;
	}

	/**
	 * Applies what a peer has sent, if it may: readers change nothing, and nobody writes under a client id that another
	 * person has written with. `claims` collects the ids seen for the first time.
	 */
	accept(peer: Peer, content: Content, claims: Claims): Verdict {
		if (!peer.mayWrite) {
			return bringsNews(this.#doc, content) ? { kind: 'denied', reason: 'read-only' } : { kind: 'nothing-new' };
		}
		const clientIds = newClients(this.#doc, content);
		const owner = (id: number) => (this.#owners.has(id) ? this.#owners.get(id) : claims.get(id));
		if (clientIds.some((id) => ![undefined, peer.personId].includes(owner(id)))) {
			return { kind: 'denied', reason: 'client-id' };
		}
		const body = applyNews(this.#doc, content.update);
		if (!body) return { kind: 'nothing-new' };
		for (const id of clientIds) if (!this.#owners.has(id)) claims.set(id, peer.personId);
		return { kind: 'row', row: { userId: peer.personId, clientIds, body } };
	}

	/** May this person be present under this client id? */
	mayUse(clientId: number, personId: string | null): boolean {
		return !this.#owners.has(clientId) || (personId !== null && this.#owners.get(clientId) === personId);
	}

	settleClaims(claims: Claims): void {
		for (const [clientId, owner] of claims) this.#owners.set(clientId, owner);
	}

	/** Takes in what was read from the log. */
	replay(log: Pick<DocumentLog, 'snapshot' | 'rows' | 'owners'>): void {
		replay(log, this.#doc);
		this.settleClaims(log.owners);
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVector(this.#doc);
	}

	since(stateVector: Uint8Array): Uint8Array {
		return Y.encodeStateAsUpdate(this.#doc, stateVector);
	}

	destroy(): void {
		this.#doc.destroy();
	}
}
