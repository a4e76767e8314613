import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import { announceAccess, editDocument, readLog, sealDocument } from '#lib/server/platform/documents/index.ts';
import {
	cookieOf,
	newTestDocument,
	openPage,
	startCollabServer,
	storedText,
	textOf,
	write,
	type CollabServer
} from '../../support/collab.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { NO_REDIS, redisProgram, startRedis, type TestRedis } from '../../support/redis.ts';

const data = useDatabase();
let town: Town;
let people: Person[];
let cookies: string[];
let redis: TestRedis;
let servers: CollabServer[];
let id: string;

beforeAll(async () => {
	town = await plantCommunity(data);
	people = await Promise.all(['甲', '乙'].map((name) => town.appoint(name, 'residents-committee', 'recorder')));
	cookies = await Promise.all(people.map((person) => cookieOf(data, person)));
	if (redisProgram) redis = await startRedis(redisProgram);
});
afterAll(() => redis?.kill());
beforeEach(async () => {
	id = await newTestDocument(data, town.communityId);
});

async function openBoth() {
	const pages = servers.map((server, i) => openPage(server.port, id, cookies[i]!));
	await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved']);
	return pages as [(typeof pages)[0], (typeof pages)[0]];
}
type Pages = Awaited<ReturnType<typeof openBoth>>;

const startBoth = async (redisUrl?: string) => {
	servers = await Promise.all([1, 2].map(() => startCollabServer(data.url, undefined, redisUrl)));
};
const endBoth = () => Promise.all(servers.map((server) => server.end()));

async function expectSame(pages: Pages, length: number) {
	await expect.poll(() => pages.map((page) => textOf(page).length)).toEqual([length, length]);
	expect(textOf(pages[0])).toBe(textOf(pages[1]));
	await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved']);
	expect(await storedText(data, id)).toBe(textOf(pages[0]));
}

const inAct = (work: (a: Parameters<Parameters<typeof act>[1]>[0]) => Promise<unknown>) =>
	act(data.as(null), async (a) => {
		await work(a);
		return ok();
	});

/** Whatever carries the news, this holds. */
function aBus() {
	test('two processes write one log without a gap, and their clients see the same', async () => {
		const pages = await openBoth();
		for (let i = 0; i < 40; i++) {
			pages.forEach((page, who) => write(page, `${who}`));
			if (i % 8 === 0) await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved']);
		}
		await expectSame(pages, 80);
		const { rows, head } = (await readLog(data.db, id))!;
		expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
	});

	test('a long paste crosses over whole', async () => {
		const pages = await openBoth();
		write(pages[0], '长'.repeat(100_000));
		await expectSame(pages, 100_000);
	});

	test('what the portal itself writes reaches the pages of both', async () => {
		const pages = await openBoth();
		await inAct((a) => editDocument(a, id, (doc) => doc.getText('t').insert(0, '补记')));
		await expectSame(pages, 2);
	});

	test('nobody writes under a client id that belongs to somebody in the other process', async () => {
		const [owner, thief] = await openBoth();
		write(owner, '我写的');
		await expect.poll(() => textOf(thief)).toBe('我写的');
		thief.doc.clientID = owner.doc.clientID;
		write(thief, '冒名');
		await expect.poll(() => thief.isRefused).toBe(true);
		expect(await storedText(data, id)).toBe('我写的');
	});

	test('presence crosses over, with the name that the other process has put on it', async () => {
		const [one, two] = await openBoth();
		const seen = () => one.provider.awareness.getStates().get(two.doc.clientID)?.user;
		await expect.poll(seen).toMatchObject({ name: '乙' });
		two.provider.disconnect();
		await expect.poll(seen).toBeUndefined();
	});

	test('a seal and a right that ends reach the sockets of every process', async () => {
		const [one, two] = await openBoth();
		await inAct((a) => sealDocument(a, id));
		write(one, '太迟');
		write(two, '太迟');
		await expect.poll(() => [one.isRefused, two.isRefused]).toEqual([true, true]);
		expect(await storedText(data, id)).toBe('');

		const person = await town.appoint('丙', 'residents-committee', 'recorder');
		const next = openPage(servers[1]!.port, id, await cookieOf(data, person));
		await expect.poll(() => next.state).toBe('saved');
		await inAct(async (a) => {
			await data.sql`update membership set valid_to = app_now() where person_id = ${person.personId}`;
			await announceAccess(a.db, { personId: person.personId });
		});
		await expect.poll(() => next.ending).toBe('no-access');
	});
}

describe('over PostgreSQL', () => {
	beforeAll(() => startBoth());
	afterAll(endBoth);
	aBus();
});

describe.skipIf(!redisProgram)(`over Redis${redisProgram ? '' : `: ${NO_REDIS}`}`, () => {
	beforeAll(() => startBoth(redis.url));
	afterAll(endBoth);
	aBus();

	function connect(): Redis {
		const client = new Redis(redis.url);
		client.on('error', () => {});
		onTestFinished(() => client.disconnect());
		return client;
	}

	/** How many frames Redis has passed on, once both processes listen to it. */
	async function frames() {
		const client = connect();
		const listeners = async () => {
			const [channel] = (await client.pubsub('CHANNELS', 'gongjian:*')) as string[];
			return channel ? (await client.pubsub('NUMSUB', channel))[1] : 0;
		};
		await expect.poll(listeners).toBe(2);
		const [, count] = /cmdstat_publish:calls=(\d+)/.exec(await client.info('commandstats')) ?? [];
		return Number(count ?? 0);
	}

	test('it is Redis that carries what is written', async () => {
		const before = await frames();
		const pages = await openBoth();
		write(pages[0], '经由');
		await expectSame(pages, 2);
		expect(await frames()).toBeGreaterThan(before);
	});

	test('nothing is lost when Redis is killed, and it is used again when it is back', async () => {
		const pages = await openBoth();
		await frames();
		write(pages[0], '一');
		await redis.kill();
		pages.forEach((page) => write(page, '二'));
		await expectSame(pages, 3);
		const one = () => pages[0].provider.awareness.getStates().get(pages[1].doc.clientID);
		pages[1].provider.awareness.setLocalStateField('cursor', 'here');
		await expect.poll(one).toMatchObject({ cursor: 'here' });

		await redis.start();
		const before = await frames();
		pages.forEach((page) => write(page, '三'));
		await expectSame(pages, 5);
		expect(await frames()).toBeGreaterThan(before);
	});

	test('what is written behind the back of a process that cannot hear Redis is read all the same', async () => {
		const pages = await openBoth();
		await frames();
		const client = connect();
		// both are cut off, again and again, while both are written to
		for (let i = 0; i < 10; i++) {
			await client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
			pages.forEach((page) => write(page, '断'));
		}
		await expectSame(pages, 20);
	});

	test('a portal starts and serves without the Redis that it is told of', async () => {
		const alone = await startCollabServer(data.url, undefined, 'redis://127.0.0.1:1');
		onTestFinished(() => alone.end());
		const pages = [openPage(alone.port, id, cookies[0]!), openPage(alone.port, id, cookies[1]!)] as Pages;
		write(pages[0], '照写');
		await expectSame(pages, 2);
	});
});
