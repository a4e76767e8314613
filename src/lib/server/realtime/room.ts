/**
 * One open document. It knows neither sockets nor the database: `Peer` and `RoomStore` stand for them.
 *
 * Work is done in rounds, one at a time. A round takes what has arrived, applies it, commits it, and only then sends it
 * on and says that it is settled; what arrives while a round commits is the next round's. Between two rounds the
 * document is exactly what is committed, and only then is it read. A round that fails closes the room: clients come
 * back, get what was committed, and send again what was not.
 */
import {
	Overtaken,
	type AccessMarks,
	type Claims,
	type DocumentLog,
	type NewRow
} from '../platform/documents/index.ts';
import { CarriedRows, ownersOf } from './carried-rows.ts';
import { readContent, type Content } from './changes.ts';
import { DocumentState } from './document-state.ts';
import { CLOSE } from './limits.ts';
import { LogKeeper } from './log-keeper.ts';
import { Members } from './members.ts';
import { marksOf, type Peer, type RoomEvents, type RoomStore } from './peer.ts';
import * as protocol from './protocol.ts';
import { RoomPresence } from './room-presence.ts';

type News = Pick<DocumentLog, 'snapshot' | 'rows' | 'owners' | 'head'>;
type Arrived = { peer: Peer; content: Content };

export class Room {
	readonly documentId: string;
	readonly presence: RoomPresence;
	readonly #state: DocumentState;
	readonly #store: RoomStore;
	readonly #events: RoomEvents;
	readonly #keeper: LogKeeper;
	readonly #members = new Members();
	#head: number;
	#arrived: Arrived[] = [];
	#questions: (() => void)[] = [];
	/** Position that other processes are known to have reached. */
	#announced = 0;
	readonly #carried = new CarriedRows();
	#work: Promise<void> = Promise.resolve();
	#busy = false;
	#closed = false;

	constructor(log: DocumentLog, store: RoomStore, events: RoomEvents) {
		this.documentId = log.id;
		this.#state = new DocumentState(log);
		this.#head = log.head;
		this.#store = store;
		this.#events = events;
		this.#keeper = new LogKeeper(store, log.rows);
		this.presence = new RoomPresence({
			listeners: () => this.#members.upToDate(),
			mayUse: (clientId, personId) => this.#state.mayUse(clientId, personId),
			moved: (awareness) => events.moved(awareness)
		});
	}

	get size(): number {
		return this.#members.size;
	}

	get head(): number {
		return this.#head;
	}

	/** Waits until everything that has arrived is settled. */
	async idle(): Promise<void> {
		while (this.#busy) await this.#work;
	}

	join(peer: Peer): void {
		if (this.#closed) return peer.close(CLOSE.later, 'unavailable');
		this.#members.add(peer);
		this.#ask(() => peer.send(protocol.step1(this.#state.stateVector())));
		this.presence.tell(peer);
	}

	leave(peer: Peer): void {
		this.#members.remove(peer);
		this.presence.leave(peer);
	}

	/** Throws where `message` is malformed; nothing of it remains. */
	receive(peer: Peer, message: protocol.ClientMessage): void {
		if (!this.#members.has(peer)) return;
		switch (message.kind) {
			case 'content':
				this.#arrived.push({ peer, content: readContent(message.update) });
				return this.#go();
			case 'step-1':
				return this.#ask(() => this.#answer(peer, message.stateVector));
			case 'awareness':
				return this.presence.receive(peer, message.update);
			case 'query-awareness':
				return this.presence.tell(peer);
		}
	}

	/** Somebody else has committed rows up to `seq`. */
	announced(seq: number): void {
		this.#announced = Math.max(this.#announced, seq);
		this.#go();
	}

	/** The same, and here they are: from position `first` on. */
	carried(first: number, rows: readonly NewRow[]): void {
		const last = first + rows.length - 1;
		if (last > this.#head) this.#carried.add(first, rows);
		this.announced(last);
	}

	/** A slow peer has caught up: it gets what it missed as one difference. */
	drained(peer: Peer): void {
		const lagsBehind = this.#members.lagOf(peer);
		if (lagsBehind) this.#ask(() => this.#answer(peer, lagsBehind));
	}

	close(code: number, reason: string): void {
		this.#closed = true;
		this.presence.close();
		for (const peer of this.#members.removeAll()) peer.close(code, reason);
		this.#state.destroy();
	}

	/** Asks when the document is what is committed: at once, or at the end of the round under way. */
	#ask(question: () => void): void {
		if (this.#busy) this.#questions.push(question);
		else if (!this.#closed) question();
	}

	#answer(peer: Peer, stateVector: Uint8Array): void {
		if (!this.#members.has(peer)) return;
		this.#members.catchesUp(peer);
		peer.send(protocol.step2(this.#state.since(stateVector)));
	}

	#go(): void {
		if (this.#busy || this.#closed) return;
		this.#busy = true;
		this.#work = this.#rounds();
	}

	async #rounds(): Promise<void> {
		const isDone = () => this.#arrived.length + this.#questions.length === 0 && this.#announced <= this.#head;
		try {
			while (!this.#closed && !isDone()) await this.#round();
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#busy = false;
		}
	}

	async #round(): Promise<void> {
		this.#takeCarried();
		const arrived = this.#arrived.splice(0);
		const claims: Claims = new Map();
		const news: { peer: Peer; row: NewRow }[] = [];
		for (const { peer, content } of arrived) {
			const verdict = this.#accept(peer, content, claims);
			if (verdict.kind === 'row') news.push({ peer, row: verdict.row });
			if (verdict.kind === 'denied') peer.send(protocol.denied(verdict.reason));
		}
		const rows = news.map(({ row }) => row);
		if (rows.length > 0) await this.#commit(rows, claims, marksOf(news.map(({ peer }) => peer)));
		else if (this.#announced > this.#head) await this.#readOn();
		const written = news.map(({ peer, row }) => ({ peer, body: row.body }));
		this.#members.deliver(
			written,
			arrived.map(({ peer }) => peer)
		);
		for (const question of this.#questions.splice(0)) question();
		this.#members.cutOffSlow(() => this.#state.stateVector());
	}

	#accept(peer: Peer, content: Content, claims: Claims) {
		try {
			return this.#state.accept(peer, content, claims);
		} catch (error) {
			// it may be half applied: the room is given up, and this peer does not come back
			peer.close(CLOSE.malformed, 'malformed');
			throw error;
		}
	}

	async #commit(rows: NewRow[], claims: Claims, marks: AccessMarks): Promise<void> {
		const last = await this.#store.append(rows, claims, marks);
		this.#events.committed(last, rows);
		this.#state.settleClaims(claims);
		this.#keeper.grow(rows);
		const first = last - rows.length + 1;
		this.#takeCarried(first - 1);
		if (first === this.#head + 1) this.#head = last;
		else this.#takeIn(await this.#store.since(this.#head), first, last);
	}

	/** Takes in what the bus has brought and what stands next in the log, up to `end`. */
	#takeCarried(end?: number): void {
		const rows = this.#carried.take(this.#head, end);
		const head = this.#head + rows.length;
		if (rows.length > 0) this.#takeIn({ snapshot: null, rows, owners: ownersOf(rows), head }, head + 1, head);
	}

	async #readOn(): Promise<void> {
		const announced = this.#announced;
		this.#takeIn(await this.#store.since(this.#head), this.#head + 1, this.#head);
		if (this.#announced === announced) this.#announced = this.#head;
	}

	/** Takes in what others have committed, and sends it on. Rows `first` to `last` are our own, and in already. */
	#takeIn(log: News, first: number, last: number): void {
		this.#state.replay(log);
		const foreign = log.rows.filter((row) => row.seq < first || row.seq > last);
		const bodies = [...(log.snapshot ? [log.snapshot] : []), ...foreign.map((row) => row.body)];
		this.#members.deliver(bodies.map((body) => ({ peer: null, body })));
		this.#keeper.grow(foreign);
		this.#head = log.head;
	}

	#fail(error: unknown): void {
		if (error instanceof Overtaken) this.close(CLOSE.joinAgain, 'changed');
		else this.close(CLOSE.later, 'not-saved');
		this.#events.failed(error);
	}
}
