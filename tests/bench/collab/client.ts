import { once } from 'node:events';
import WebSocket from 'ws';
import * as Y from 'yjs';
import type { Subject } from './subjects.ts';
import type { Tally } from './tally.ts';

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/** One who types and listens. It makes real edits but does not keep what others write: the server is measured, not Yjs. */
export class Client {
	readonly #subject: Subject;
	readonly #document: string;
	readonly #socket: WebSocket;
	readonly #tally: Tally;
	readonly #doc = new Y.Doc();
	/** Edits that are not acknowledged, the oldest first; -1: an answer to the server's question. */
	#waiting: number[] = [];
	#acknowledged = 0;
	#timer: NodeJS.Timeout | undefined;
	/** The server has sent what the document holds. */
	readonly loaded: Promise<Uint8Array>;

	constructor(subject: Subject, document: string, nth: number, port: number, tally: Tally) {
		this.#subject = subject;
		this.#document = document;
		this.#tally = tally;
		const { path, headers } = subject.door(document, nth, port);
		this.#socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers, perMessageDeflate: false });
		this.#socket.on('error', () => {});
		this.#socket.on('open', () => {
			for (const message of subject.wire.hello(document)) this.#socket.send(message);
		});
		this.loaded = new Promise((resolve, reject) => {
			// a relay has nothing to load
			if (subject.name === 'relay') this.#socket.once('open', () => resolve(EMPTY));
			this.#socket.on('message', (message: Buffer) => this.#hear(message, resolve));
			this.#socket.once('close', (code: number) => reject(new Error(`${subject.name} has closed a socket: ${code}`)));
		});
		this.loaded.catch(() => {});
		this.#doc.on('update', (update: Uint8Array) => this.#socket.send(subject.wire.update(document, update)));
	}

	/** A word at once, and so many more a second. */
	type(perSecond: number): void {
		this.#timer = setTimeout(
			() => {
				this.write();
				this.#timer = setInterval(() => this.write(), 1000 / perSecond);
			},
			(Math.random() * 1000) / perSecond
		);
	}

	write(words = ''): void {
		const edit = this.#tally.begin();
		this.#waiting.push(edit);
		const text = this.#doc.getText('t');
		text.insert(text.length, this.#tally.word(edit) + words);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	async close(): Promise<void> {
		this.stop();
		const closed = once(this.#socket, 'close');
		this.#socket.terminate();
		await closed;
	}

	#hear(message: Buffer, loaded: (content: Uint8Array) => void): void {
		this.#tally.received(message);
		const heard = this.#subject.wire.hear(message);
		if (heard?.kind === 'asked') {
			this.#waiting.push(-1);
			this.#socket.send(this.#subject.wire.step2(this.#document, EMPTY));
		} else if (heard?.kind === 'content') {
			if (heard.answer) loaded(heard.body);
		} else if (heard?.kind === 'acknowledged') {
			const until = heard.inAll ?? this.#acknowledged + 1;
			const edits = this.#waiting.splice(0, until - this.#acknowledged);
			this.#acknowledged = until;
			for (const edit of edits) if (edit >= 0) this.#tally.acknowledged(edit);
		}
	}
}
