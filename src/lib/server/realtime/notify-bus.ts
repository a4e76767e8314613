import postgres from 'postgres';
import * as v from 'valibot';
import type { Database } from '../db/client.ts';
import { DOCUMENTS_CHANNEL } from '../platform/documents/index.ts';
import { newUnorderedId } from '../platform/ids.ts';
import { log } from '../platform/log.ts';
import type { Bus, BusEvents } from './bus.ts';

const Notification = v.union([
	v.object({ access: v.object({ documentId: v.optional(v.string()), personId: v.optional(v.string()) }) }),
	v.object({ document: v.string(), seq: v.number(), from: v.optional(v.string()) }),
	v.object({ document: v.string(), opened: v.literal(true), from: v.string() }),
	/** Presence as base64. */
	v.object({ document: v.string(), presence: v.string(), from: v.string() })
]);

/** NOTIFY takes 8,000 bytes; what is larger stays in this process until it is small again. */
const LARGEST = 7_900;
/** Two notifications lie so far apart: documents that change together share one. */
const REST_MS = 10;

/** Speaks over PostgreSQL's LISTEN and NOTIFY: of rows only how far they reach, whoever has the document open reads them. */
export class NotifyBus implements Bus {
	readonly #database: Database;
	readonly #events: BusEvents;
	readonly #id = newUnorderedId();
	readonly #heads = new Map<string, number>();
	/** Presence and questions for it, to be sent as they are. */
	#texts: string[] = [];
	#sending = false;
	#stopped = false;
	#listener: postgres.Sql | null = null;
	#retry: NodeJS.Timeout | undefined;

	constructor(database: Database, events: BusEvents) {
		this.#database = database;
		this.#events = events;
		void this.#listen();
	}

	committed(document: string, last: number): void {
		this.#heads.set(document, last);
		void this.#send();
	}

	moved(document: string, presence: Uint8Array): void {
		const text = JSON.stringify({ document, presence: Buffer.from(presence).toString('base64'), from: this.#id });
		if (text.length <= LARGEST) this.#texts.push(text);
		void this.#send();
	}

	opened(document: string): void {
		this.#texts.push(JSON.stringify({ document, opened: true, from: this.#id }));
		void this.#send();
	}

	async close(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#retry);
		await this.#notify();
		await this.#listener?.end({ timeout: 1 });
	}

	async #send(): Promise<void> {
		if (this.#sending || this.#stopped) return;
		this.#sending = true;
		await this.#notify();
		setTimeout(() => {
			this.#sending = false;
			if (this.#heads.size + this.#texts.length > 0) void this.#send();
		}, REST_MS);
	}

	/** After the commit and on its own: NOTIFY inside the transaction would make all commits wait for one another. */
	async #notify(): Promise<void> {
		const rows = [...this.#heads].map(([document, seq]) => JSON.stringify({ document, seq, from: this.#id }));
		const texts = [...rows, ...this.#texts.splice(0)];
		this.#heads.clear();
		if (texts.length === 0) return;
		try {
			await this.#database.sql`select pg_notify(${DOCUMENTS_CHANNEL}, text) from unnest(${texts}::text[]) as t (text)`;
		} catch (error) {
			// others read on at the next notification, or within a minute
			log.warn({ err: error }, 'other processes could not be told of new rows');
		}
	}

	/** A connection of its own, opened again whenever it is lost. */
	async #listen(): Promise<void> {
		// the driver's own `listen` does not come back when its second attempt fails
		const options = {
			max: 1,
			idle_timeout: 0,
			max_lifetime: null,
			fetch_types: false,
			onnotice: () => {},
			onnotify: (_: string, text: string) => this.#receive(text),
			onclose: () => this.#listenAgain(listener),
			connection: { application_name: 'gongjian documents' }
		};
		const listener: postgres.Sql = postgres(this.#database.url, options);
		this.#listener = listener;
		try {
			await listener.unsafe(`listen ${DOCUMENTS_CHANNEL}`);
			this.#events.listening();
		} catch {
			this.#listenAgain(listener);
		}
	}

	#listenAgain(lost: postgres.Sql): void {
		if (this.#stopped || this.#listener !== lost) return;
		this.#listener = null;
		void lost.end({ timeout: 0 });
		this.#retry = setTimeout(() => void this.#listen(), 500).unref();
	}

	#receive(text: string): void {
		const { success, output } = v.safeParse(Notification, JSON.parse(text));
		if (!success) return log.warn('an unknown notification about documents was passed over');
		if ('from' in output && output.from === this.#id) return;
		if ('presence' in output) {
			this.#events.message({ ...output, presence: Buffer.from(output.presence, 'base64') });
		} else this.#events.message(output);
	}
}
