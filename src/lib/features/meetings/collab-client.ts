/** A shared document over the portal's collaboration server: `y-websocket`, and an exact account of what is saved. */
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';

const SYNC = 0;
const STEP_2 = 1;
const UPDATE = 2;
const AUTH = 2;
const SETTLED = 100;

/** `WebSocket.OPEN`, also where the platform has no WebSocket of its own. */
const OPEN = 1;

/** Close codes after which coming back is of no use (the server's list). */
const LARGEST_MESSAGE_EXCEEDED = 1009;

/**
 * `connecting`: never connected yet. `offline`: not connected any more. `unsaved`: something of ours is not on the
 * server's disk yet. `saved`: everything is.
 */
export type SaveState = 'connecting' | 'offline' | 'unsaved' | 'saved';

/** Why the server has shut the door for good. */
export type Ending = 'sign-in' | 'no-access' | 'reload' | 'failed';

export interface CollabOptions {
	/** ws(s)://host/collab */
	url: string;
	documentId: string;
	doc: Y.Doc;
	/** Shape that this page's editor writes. */
	schema: number;
	/** Called after every change of what can be read below. */
	onChange?: () => void;
	/** Where the platform has no WebSocket of its own, or it must send headers. */
	socket?: typeof WebSocket;
}

/**
 * Joins a document. It is saved when the server has said so (message 100) of everything that this socket has sent, the
 * answer to its first question included, which carries whatever was written offline.
 */
export class CollabClient {
	readonly doc: Y.Doc;
	readonly provider: WebsocketProvider;
	/** Content messages sent and settled over the socket that is open now. */
	#sent = 0;
	#settled = 0;
	/** The server has asked what it is missing, and has been answered. */
	#answered = false;
	/** Something of ours may not have reached the server's disk. */
	#unsaved = false;
	#everOpen = false;
	#ending: Ending | null = null;
	#refused = false;
	readonly #changed: () => void;
	readonly #watch: (update: Uint8Array, origin: unknown) => void;

	constructor({ url, documentId, doc, schema, onChange = () => {}, socket = WebSocket }: CollabOptions) {
		this.doc = doc;
		this.#changed = onChange;
		this.provider = new WebsocketProvider(url, documentId, doc, {
			disableBc: true,
			params: { schema: String(schema) },
			WebSocketPolyfill: this.#countingSocket(socket),
			shouldReconnect: ({ code }) => code !== LARGEST_MESSAGE_EXCEEDED && !(code >= 4400 && code < 4500)
		});
		this.provider.messageHandlers[SETTLED] = (_encoder, decoder) => {
			this.#settled = decoding.readVarUint(decoder);
			this.#look();
		};
		this.provider.messageHandlers[AUTH] = () => {
			this.#refused = true;
			this.#changed();
		};
		this.provider.on('status', ({ status }) => {
			this.#everOpen ||= status === 'connected';
			this.#look();
		});
		this.provider.on('sync', () => this.#look());
		this.provider.on('closed', ({ code, reason }) => {
			this.#ending =
				code === 4426 ? 'reload' : code !== 4403 ? 'failed' : reason === 'sign-in' ? 'sign-in' : 'no-access';
			this.#changed();
		});
		this.#watch = (_, origin) => {
			if (origin === this.provider) return;
			this.#unsaved = true;
			this.#look();
		};
		doc.on('update', this.#watch);
		hushEchoes(this.provider);
	}

	get state(): SaveState {
		if (!this.#isOpen) return this.#everOpen ? 'offline' : 'connecting';
		return !this.#unsaved && this.#isLevel ? 'saved' : 'unsaved';
	}

	/** Is everything that was written here on the server's disk, as far as is known? */
	get isSaved(): boolean {
		return !this.#unsaved;
	}

	get ending(): Ending | null {
		return this.#ending;
	}

	/** Something written here was not accepted: the right to write has gone meanwhile. */
	get isRefused(): boolean {
		return this.#refused;
	}

	/** The system has lost its network: a connection that does not know it yet is given up, and made anew once that goes. */
	lost(): void {
		this.provider.disconnect();
		this.provider.connect();
		this.#changed();
	}

	destroy(): void {
		this.doc.off('update', this.#watch);
		this.provider.destroy();
	}

	/** A connection that is closing takes nothing any more, though nobody has been told of its end yet. */
	get #isOpen(): boolean {
		return this.provider.wsconnected && this.provider.ws?.readyState === OPEN;
	}

	/** Each side has had what the other asked for, and all that was sent is settled. */
	get #isLevel(): boolean {
		return this.#isOpen && this.provider.synced && this.#answered && this.#settled === this.#sent;
	}

	#look(): void {
		if (this.#isLevel) this.#unsaved = this.#refused;
		this.#changed();
	}

	#countingSocket(Socket: typeof WebSocket): typeof WebSocket {
		const begin = () => {
			this.#sent = 0;
			this.#settled = 0;
			this.#answered = false;
			this.#refused = false;
		};
		const count = (data: Uint8Array) => {
			if (data[0] !== SYNC || (data[1] !== STEP_2 && data[1] !== UPDATE)) return;
			this.#sent++;
			if (data[1] === STEP_2) this.#answered = true;
		};
		return class extends Socket {
			constructor(url: string | URL, protocols?: string | string[]) {
				super(url, protocols);
				begin();
			}
			override send(data: Uint8Array<ArrayBuffer>): void {
				count(data);
				super.send(data);
			}
		};
	}
}

/** The stock provider sends on what it hears of others' presence. Only our own is of interest to the server. */
function hushEchoes(provider: WebsocketProvider): void {
	const { awareness } = provider;
	const speak = provider._awarenessUpdateHandler;
	awareness.off('update', speak);
	const speakOfMyself = (change: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
		const mine = (ids: number[]) => ids.filter((id) => id === awareness.clientID);
		const own = { added: mine(change.added), updated: mine(change.updated), removed: mine(change.removed) };
		if (own.added.length + own.updated.length + own.removed.length > 0) speak(own, origin);
	};
	provider._awarenessUpdateHandler = speakOfMyself;
	awareness.on('update', speakOfMyself);
}
