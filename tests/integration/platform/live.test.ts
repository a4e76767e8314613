import { afterEach, expect, test } from 'vitest';
import { ok } from '#lib/domain/shared/result.ts';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { act, begin } from '#lib/server/platform/act.ts';
import { closeStreams, hasRoom, liveStream } from '#lib/server/platform/live-stream.ts';
import { startLive, type LiveHub, type News } from '#lib/server/platform/live.ts';
import { relayOutbox, startRelay } from '#lib/server/platform/outbox.ts';
import { mayFollow, onTopic } from '#lib/server/platform/topics.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase({ fresh: 'test' });
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	closeStreams();
	for (const stop of stops.splice(0).reverse()) await stop();
});

const hubOf = async (database: Database = data): Promise<LiveHub> => {
	const hub = await startLive(database);
	stops.push(hub.stop);
	return hub;
};

const say = (topic: string, n: number) =>
	act(data.as(null), async (a) => {
		await a.emit({ topic, kind: 'said', payload: { n } });
		return ok();
	});

/** A follower that can be waited for. */
function listener(...topics: string[]) {
	const heard: News[] = [];
	const resets: number[] = [];
	let wake = () => {};
	return {
		heard,
		resets,
		topics: new Set(topics),
		send: (news: News) => (heard.push(news), wake()),
		reset: (position: number) => (resets.push(position), wake()),
		async until(done: () => boolean) {
			while (!done()) await new Promise<void>((resolve) => (wake = resolve));
		}
	};
}

test('positions follow the order of commits, not of numbers drawn', async () => {
	const other = openDatabase(data.url, { max: 1 });
	try {
		let commitFirst!: () => void;
		const held = new Promise<void>((resolve) => (commitFirst = resolve));
		let written!: () => void;
		const early = new Promise<void>((resolve) => (written = resolve));
		// written first, committed last
		const slow = other.db.transaction(async (tx) => {
			await (await begin(tx, null)).emit({ topic: 'vote:1', kind: 'slow' });
			written();
			await held;
		});
		await early;
		await say('vote:1', 1);
		expect(await relayOutbox(data)).toBe(1);
		commitFirst();
		await slow;
		expect(await relayOutbox(data)).toBe(1);
		expect(await data.sql`select kind, position::int from outbox order by position`).toEqual([
			{ kind: 'said', position: 1 },
			{ kind: 'slow', position: 2 }
		]);
	} finally {
		await other.close();
	}
});

test('relays of two processes at once give every row one position, without gaps', async () => {
	const other = openDatabase(data.url, { max: 4 });
	try {
		await Promise.all(
			Array.from({ length: 200 }, async (_, n) => {
				await say('vote:1', n);
				await relayOutbox(n % 2 ? data : other);
			})
		);
		const rows = await data.sql`select position::int from outbox order by position`;
		expect(rows.map((r) => r.position)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
	} finally {
		await other.close();
	}
});

test('news reaches followers of its topic in every process, and nobody else', async () => {
	const other = openDatabase(data.url, { max: 2 });
	stops.push(other.close);
	const [here, there] = [await hubOf(), await hubOf(other)];
	const relay = startRelay(data);
	stops.push(relay.stop);
	const [a, b, c] = [listener('vote:1'), listener('vote:1', 'vote:2'), listener('vote:3')];
	await here.follow(a);
	await there.follow(b);
	await there.follow(c);
	await say('vote:2', 1);
	await say('vote:1', 2);
	await b.until(() => b.heard.length === 2);
	await a.until(() => a.heard.length === 1);
	expect(b.heard.map((n) => n.payload.n)).toEqual([1, 2]);
	expect(a.heard[0]).toMatchObject({ topic: 'vote:1', kind: 'said', payload: { n: 2 } });
	expect(c.heard).toEqual([]);
});

test('a follower that comes back hears exactly what it missed, and what is said while it catches up', async () => {
	for (let n = 1; n <= 50; n++) await say(n % 2 ? 'vote:1' : 'vote:2', n);
	await relayOutbox(data);
	const hub = await hubOf();
	const follower = listener('vote:1');
	const relay = startRelay(data);
	stops.push(relay.stop);
	const following = hub.follow(follower, 11);
	for (let n = 51; n <= 60; n++) await say('vote:1', n);
	await following;
	await follower.until(() => follower.heard.at(-1)?.payload.n === 60);
	const expected = Array.from({ length: 60 }, (_, i) => i + 1).filter((n) => n > 11 && (n % 2 || n > 50));
	expect(follower.heard.map((n) => n.payload.n)).toEqual(expected);
});

test('one that missed too much, or more than is kept, is told to read again', async () => {
	for (let n = 1; n <= 220; n++) await say('vote:1', n);
	await relayOutbox(data);
	const hub = await hubOf();
	const far = listener('vote:1');
	await hub.follow(far, 1);
	expect([far.heard, far.resets]).toEqual([[], [220]]);

	await data.sql`delete from outbox where position <= 215`;
	const [pruned, near] = [listener('vote:1'), listener('vote:1')];
	await hub.follow(pruned, 210);
	expect([pruned.heard, pruned.resets]).toEqual([[], [220]]);
	await hub.follow(near, 215);
	expect(near.heard.map((n) => n.position)).toEqual([216, 217, 218, 219, 220]);
});

test('topics nobody registered are refused, registered ones ask their policy', async () => {
	onTopic('thing', (ctx, id) => id === 'public' || ctx.actor?.personId === id);
	const visitor = data.as(null);
	const person = data.as({ personId: 'p1', name: '王', memberships: [], residencies: [], ownerships: [] });
	expect(await mayFollow(visitor, 'thing:public')).toBe(true);
	expect(await mayFollow(visitor, 'thing:p1')).toBe(false);
	expect(await mayFollow(person, 'thing:p1')).toBe(true);
	for (const topic of ['other:1', 'thing', 'thing:', ':p1', '', 'constructor:1']) {
		expect(await mayFollow(person, topic)).toBe(false);
	}
});

test('the stream carries the position as id, ends on drain and limits one reader', async () => {
	await say('vote:1', 1);
	await relayOutbox(data);
	const hub = await hubOf();
	const reader = liveStream(hub, 'someone', ['vote:1'], 0).pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	while (!text.includes('data:')) text += (await reader.read()).value;
	expect(text).toContain('id: 1\ndata: {"topic":"vote:1","kind":"said","payload":{"n":1}}\n\n');

	for (let i = 1; i < 12; i++) liveStream(hub, 'someone', ['vote:1']);
	expect(hasRoom('someone')).toBe(false);
	expect(hasRoom('another')).toBe(true);
	closeStreams();
	while (!(await reader.read()).done);
	expect(hasRoom('someone')).toBe(true);
});
