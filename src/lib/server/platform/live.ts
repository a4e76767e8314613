import { and, asc, gt, inArray, lte, min } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { outbox } from '../db/schema/index.ts';
import { startLoop } from './loop.ts';
import { NEWS_CHANNEL } from './outbox.ts';

export interface News {
	position: number;
	topic: string;
	kind: string;
	payload: Record<string, unknown>;
}

/** One page that listens. `send` gets news of its topics in order of position, each once. */
export interface Follower {
	topics: ReadonlySet<string>;
	send(news: News): void;
	/** Too much was missed to tell one by one: read the page again; the stream goes on from `position`. */
	reset(position: number): void;
}

export interface LiveHub {
	/** Everything up to here has been handed out by this process. Pages carry it, so that their stream begins there. */
	position(): number;
	/** Hands `follower` what came after position `after` (default: now) and then what comes; answers how to stop. */
	follow(follower: Follower, after?: number): Promise<() => void>;
	stop(): Promise<void>;
}

const BATCH = 1_000;
/** As many missed events are told one by one; more, or older than what is kept, mean: read again. */
const MOST_MISSED = 200;

/** Hears of stamped outbox rows (NOTIFY, and every 5 s for what a broken connection missed) and hands them out. */
export async function startLive(database: Database): Promise<LiveHub> {
	let head = await stampedSoFar(database);
	const followers = new Map<Follower, { after: number; held: News[] | null }>();

	const deliver = (follower: Follower, state: { after: number; held: News[] | null }, news: News) => {
		if (news.position <= state.after || !follower.topics.has(news.topic)) return;
		if (state.held) return void state.held.push(news);
		state.after = news.position;
		follower.send(news);
	};
	const read = async () => {
		for (;;) {
			const rows = await newsAfter(database, head, BATCH);
			for (const news of rows) {
				head = news.position;
				for (const [follower, state] of followers) deliver(follower, state, news);
			}
			if (rows.length < BATCH) return;
		}
	};

	const loop = startLoop('live', 5_000, read);
	const listening = await database.sql.listen(NEWS_CHANNEL, loop.wake, loop.wake);

	return {
		position: () => head,
		follow: async (follower, after = head) => {
			const state: { after: number; held: News[] | null } = { after, held: [] };
			followers.set(follower, state);
			if (after < head) await catchUp(database, follower, state, head);
			const held = state.held!;
			state.held = null;
			for (const news of held) deliver(follower, state, news);
			return () => followers.delete(follower);
		},
		stop: async () => {
			await listening.unlisten();
			await loop.stop();
			followers.clear();
		}
	};
}

async function stampedSoFar(database: Database): Promise<number> {
	const [row] = await database.sql`select value from counter where scope = 'outbox'`;
	return Number(row?.value ?? 0);
}

function newsAfter(database: Database, after: number, limit: number, topics?: string[], upTo?: number) {
	return database.db
		.select({ position: outbox.position, topic: outbox.topic, kind: outbox.kind, payload: outbox.payload })
		.from(outbox)
		.where(
			and(
				gt(outbox.position, after),
				upTo === undefined ? undefined : lte(outbox.position, upTo),
				topics && inArray(outbox.topic, topics)
			)
		)
		.orderBy(asc(outbox.position))
		.limit(limit) as unknown as Promise<News[]>;
}

async function catchUp(database: Database, follower: Follower, state: { after: number }, upTo: number) {
	const [kept] = await database.db.select({ oldest: min(outbox.position) }).from(outbox);
	const gone = kept?.oldest == null || kept.oldest > state.after + 1;
	const missed = gone ? [] : await newsAfter(database, state.after, MOST_MISSED + 1, [...follower.topics], upTo);
	state.after = upTo;
	if (gone || missed.length > MOST_MISSED) follower.reset(upTo);
	else for (const news of missed) follower.send(news);
}
