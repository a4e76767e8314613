import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { isContent, saveState, type SaveState } from './save-state.ts';

const DENIED = 2;
const SETTLED = 100;
/** Close codes of the server (server/realtime/limits.ts). */
const NO_ACCESS = 4403;
const OLD_EDITOR = 4426;
const JOIN_AGAIN = 4503;

export interface Present {
	clientId: number;
	name: string;
	party: string | null;
	color: string;
}

/** One shared document in this page: its content, who else is here, and whether what was written is safe. */
export class Collaboration {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	/** Only ever what the server has confirmed. */
	save = $state<SaveState>('connecting');
	/** `lost`: no right any more; `outdated`: the page must be loaded anew; `changed`: rights changed, ask the page again. */
	access = $state<'ok' | 'lost' | 'outdated' | 'changed'>('ok');
	/** The server refused something that was written here. */
	refused = $state(false);
	present = $state<Present[]>([]);
	#socket = { open: false, synced: false, sent: 0, settled: 0 };
	#everOpen = false;

	constructor(documentId: string, schemaVersion: number) {
		const counted = () => this.#count();
		/** Counts, on each socket anew, the frames that the server will settle. */
		class CountingSocket extends WebSocket {
			override send(data: Parameters<WebSocket['send']>[0]): void {
				super.send(data);
				if (data instanceof Uint8Array && isContent(data)) counted();
			}
		}
		this.provider = new WebsocketProvider(`${location.origin.replace(/^http/, 'ws')}/collab`, documentId, this.doc, {
			connect: false,
			disableBc: true,
			params: { schema: String(schemaVersion) },
			WebSocketPolyfill: CountingSocket,
			maxBackoffTime: 5_000
		});
		this.provider.messageHandlers[DENIED] = () => void (this.refused = true);
		this.provider.messageHandlers[SETTLED] = (_, decoder) => {
			this.#socket.settled = decoding.readVarUint(decoder);
			this.#tell();
		};
		this.provider.on('status', ({ status }) => {
			this.#socket = { open: status === 'connected', synced: false, sent: 0, settled: 0 };
			this.#everOpen ||= this.#socket.open;
			// back in the room with the rights of now; the page has asked which they are
			if (this.#socket.open && this.access === 'changed') this.access = 'ok';
			this.#tell();
		});
		this.provider.on('sync', (synced) => {
			this.#socket.synced = synced;
			this.#tell();
		});
		this.provider.on('connection-close', (event) => this.#closed(event?.code));
		this.provider.awareness.on('change', () => (this.present = this.#others()));
		this.provider.connect();
	}

	destroy(): void {
		this.provider.destroy();
		this.doc.destroy();
	}

	#count(): void {
		this.#socket.sent++;
		this.#tell();
	}

	#tell(): void {
		this.save = saveState(this.#socket, this.#everOpen);
	}

	#closed(code: number | undefined): void {
		if (code === NO_ACCESS) this.access = 'lost';
		else if (code === OLD_EDITOR) this.access = 'outdated';
		else if (code === JOIN_AGAIN) this.access = 'changed';
	}

	#others(): Present[] {
		const others: Present[] = [];
		for (const [clientId, state] of this.provider.awareness.getStates()) {
			const user = state.user as Omit<Present, 'clientId'> | undefined;
			if (clientId !== this.doc.clientID && user?.name) others.push({ clientId, ...user });
		}
		return others;
	}
}
