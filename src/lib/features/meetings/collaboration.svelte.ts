import * as Y from 'yjs';
import { CollabClient, type Ending, type SaveState } from './collab-client.ts';
import { UnsavedCopy } from './unsaved-copy.ts';

/** Close code of the server (server/realtime/limits.ts). */
const JOIN_AGAIN = 4503;
/** How long something may be unsaved before it is written down on this device. */
const KEEP_AFTER_MS = 300;

export interface Present {
	clientId: number;
	name: string;
	party: string | null;
	color: string;
}

export interface Shared {
	documentId: string;
	schema: number;
	/** Who reads or writes. */
	personId: string;
}

/** One shared document in this page: its content, who else is here, and whether what was written is safe. */
export class Collaboration {
	readonly doc = new Y.Doc();
	/** Only ever what the server has confirmed. */
	save = $state<SaveState>('connecting');
	/** Everything written here is on the server's disk. */
	isSafe = $state(true);
	/** What is not is written down on this device. */
	isKept = $state(false);
	/** Why the server has shut the door for good. */
	ending = $state<Ending | null>(null);
	/** Rights have changed: the page is to ask which hold now. */
	isChanged = $state(false);
	/** The server refused something that was written here. */
	isRefused = $state(false);
	present = $state<Present[]>([]);
	readonly #client: CollabClient;
	readonly #copy: UnsavedCopy;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor({ documentId, schema, personId }: Shared) {
		this.#copy = new UnsavedCopy(this.doc, { personId, documentId });
		this.#client = new CollabClient({
			url: `${location.origin.replace(/^http/, 'ws')}/collab`,
			documentId,
			doc: this.doc,
			schema,
			onChange: () => this.#tell()
		});
		this.provider.on('connection-close', (event) => {
			if (event?.code === JOIN_AGAIN) this.isChanged = true;
		});
		this.provider.awareness.on('change', () => (this.present = this.#others()));
	}

	get provider(): CollabClient['provider'] {
		return this.#client.provider;
	}

	/** May be written in, as far as the connection goes. */
	get isOpen(): boolean {
		return this.ending === null && !this.isChanged && !this.isRefused;
	}

	/** Writes down at once what is not saved: the page is about to go. */
	readonly leave = (): void => {
		if (!this.isSafe) this.isKept = this.#copy.keep();
	};

	/** The device has lost its network. */
	readonly lost = (): void => this.#client.lost();

	/** The writer gives up what was not accepted. */
	discard(): void {
		this.#copy.drop();
		this.isSafe = true;
	}

	destroy(): void {
		this.leave();
		clearTimeout(this.#timer);
		this.#client.destroy();
		this.doc.destroy();
	}

	#tell(): void {
		const client = this.#client;
		// the provider speaks up once before it is handed over
		if (!client) return;
		this.save = client.state;
		this.isSafe = client.isSaved;
		this.isRefused = client.isRefused;
		this.ending = client.ending;
		// back in the room with the rights of now; the page has asked which they are
		if (client.provider.wsconnected) this.isChanged = false;
		if (this.save === 'saved') {
			this.#copy.saved();
			this.isKept = false;
		}
		clearTimeout(this.#timer);
		if (!this.isSafe) this.#timer = setTimeout(this.leave, KEEP_AFTER_MS);
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
