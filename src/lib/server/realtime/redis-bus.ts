import type { Redis } from 'ioredis';
import type { Database } from '../db/client.ts';
import type { NewRow } from '../platform/documents/index.ts';
import { newUnorderedId } from '../platform/ids.ts';
import { log } from '../platform/log.ts';
import { digest } from '../platform/secrets.ts';
import type { Bus, BusEvents } from './bus.ts';
import { openedFrame, presenceFrame, readFrame, rowsFrame } from './bus-frame.ts';
import { NotifyBus } from './notify-bus.ts';

/** A connection that is silent for so long after a question is given up. */
const SILENCE_MS = 5_000;
/** A quiet connection is asked so often whether it is still there. */
const PING_MS = 15_000;
const LONGEST_RETRY_MS = 2_000;

/**
 * Carries rows and presence between processes by Redis or Valkey (6 and later). What acts announce in their own
 * transactions, changed rights above all, comes over PostgreSQL as ever. While Redis is away so does everything else.
 */
export class RedisBus implements Bus {
	readonly #id = newUnorderedId();
	readonly #events: BusEvents;
	readonly #notify: NotifyBus;
	/** Portals that share one Redis do not hear each other: each has its own secret. */
	readonly #channel = `gongjian:documents:${digest('redis-channel', '').toString('base64url')}`;
	#redis: Redis | null = null;
	#ping: NodeJS.Timeout | undefined;
	#stopped = false;
	#away = false;

	constructor(database: Database, events: BusEvents, url: string) {
		this.#events = events;
		this.#notify = new NotifyBus(database, events);
		this.#connect(url).catch((error: unknown) => log.error({ err: error }, 'Redis cannot be used'));
	}

	committed(document: string, last: number, rows: readonly NewRow[]): void {
		this.#publish(rowsFrame(this.#id, document, last - rows.length + 1, rows), () =>
			this.#notify.committed(document, last)
		);
	}

	moved(document: string, presence: Uint8Array): void {
		this.#publish(presenceFrame(this.#id, document, presence), () => this.#notify.moved(document, presence));
	}

	opened(document: string): void {
		this.#publish(openedFrame(this.#id, document), () => this.#notify.opened(document));
	}

	async close(): Promise<void> {
		this.#stopped = true;
		clearInterval(this.#ping);
		// what was published before is answered first
		await this.#redis?.quit().catch(() => this.#redis?.disconnect());
		await this.#notify.close();
	}

	/** Whatever Redis may not have taken is said over PostgreSQL; hearing it twice does no harm. */
	#publish(frame: Uint8Array, otherwise: () => void): void {
		if (this.#redis?.status !== 'ready') return otherwise();
		this.#redis.publish(this.#channel, Buffer.from(frame)).catch(otherwise);
	}

	async #connect(url: string): Promise<void> {
		const { Redis } = await import('ioredis');
		if (this.#stopped) return;
		const redis = new Redis(url, {
			connectionName: 'gongjian-documents',
			// nothing waits for a Redis that is away
			enableOfflineQueue: false,
			autoResendUnfulfilledCommands: false,
			autoResubscribe: false,
			maxRetriesPerRequest: 0,
			connectTimeout: SILENCE_MS,
			socketTimeout: SILENCE_MS,
			retryStrategy: (times) => this.#retry(times)
		});
		this.#redis = redis;
		redis.on('error', (error: Error) => this.#isAway(error));
		redis.on('messageBuffer', (_channel: Buffer, frame: Buffer) => this.#receive(frame));
		redis.on('ready', () => void this.#subscribe(redis));
		this.#ping = setInterval(() => void redis.ping().catch(() => {}), PING_MS).unref();
	}

	async #subscribe(redis: Redis): Promise<void> {
		try {
			await redis.subscribe(this.#channel);
			if (this.#away) log.info('Redis is back');
			this.#away = false;
			this.#events.missed();
		} catch (error) {
			this.#isAway(error);
			redis.disconnect(true);
		}
	}

	/** Cut off from those who still reach it, a process looks into the log at each attempt. */
	#retry(times: number): number | null {
		if (this.#stopped) return null;
		this.#events.missed();
		return Math.min(times * 100, LONGEST_RETRY_MS);
	}

	#isAway(error: unknown): void {
		if (!this.#away) log.warn({ err: error }, 'Redis is away: processes speak over PostgreSQL');
		this.#away = true;
	}

	#receive(bytes: Uint8Array): void {
		try {
			const { from, message } = readFrame(bytes);
			if (from !== this.#id) this.#events.message(message);
		} catch (error) {
			log.warn({ err: error }, 'an unknown frame about documents was passed over');
		}
	}
}
