import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Person } from '#lib/domain/shared/actor.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import { editDocument, readLog } from '#lib/server/platform/documents/index.ts';
import {
	browserSocket,
	cookieOf,
	newTestDocument,
	openPage,
	startCollabServer,
	storedText,
	write,
	type CollabServer
} from '../../support/collab.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let town: Town;
let people: Person[];
let cookies: string[];
let id: string;
let server: CollabServer;

beforeAll(async () => {
	town = await plantCommunity(data);
	people = await Promise.all(
		['陈一', '林二', '王三'].map((name, i) =>
			town.appoint(name, (['residents-committee', 'property-company', 'owners-committee'] as const)[i]!, 'recorder')
		)
	);
	cookies = await Promise.all(people.map((person) => cookieOf(data, person)));
	server = await startCollabServer(data.url);
});
afterAll(() => server.end());
beforeEach(async () => {
	id = await newTestDocument(data, town.communityId, '纪要：');
});

const stored = () => storedText(data, id);
const text = (page: { doc: Y.Doc }) => page.doc.getText('t');

describe('writing together', () => {
	test('three writers end with the same text, and it is what is stored', async () => {
		const pages = cookies.map((cookie) => openPage(server.port, id, cookie));
		for (let round = 0; round < 20; round++) {
			pages.forEach((page, who) => text(page).insert(round % (text(page).length + 1), `${who}`));
			if (round % 5 === 0)
				await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved', 'saved']);
		}
		await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved', 'saved']);
		await expect.poll(() => new Set(pages.map((page) => text(page).toString())).size).toBe(1);
		const result = text(pages[0]!).toString();
		expect(result).toHaveLength(3 + 60);
		expect(await stored()).toBe(result);
		const log = await readLog(data.db, id);
		expect(new Set(log!.rows.map((row) => row.userId))).toEqual(new Set([null, ...people.map((one) => one.personId)]));
	});

	test('a stock y-websocket client takes part', async () => {
		const page = openPage(server.port, id, cookies[0]!);
		const doc = new Y.Doc();
		const stock = new WebsocketProvider(`ws://127.0.0.1:${server.port}/collab`, id, doc, {
			WebSocketPolyfill: browserSocket(server.port, cookies[1]),
			disableBc: true
		});
		try {
			await new Promise<void>((resolve) => stock.once('sync', () => resolve()));
			expect(doc.getText('t').toString()).toBe('纪要：');
			doc.getText('t').insert(3, '到会三方。');
			await expect.poll(() => text(page).toString()).toBe('纪要：到会三方。');
			expect(await stored()).toBe('纪要：到会三方。');
		} finally {
			stock.destroy();
		}
	});

	test('what is written offline merges on return, and is saved only then', async () => {
		const [one, two] = [openPage(server.port, id, cookies[0]!), openPage(server.port, id, cookies[1]!)];
		await expect.poll(() => one.state).toBe('saved');
		one.provider.disconnect();
		expect(one.state).toBe('offline');
		write(one, '离线写的');
		write(two, '在线写的');
		expect(one.isSaved).toBe(false);
		await expect.poll(() => two.state).toBe('saved');
		expect(await stored()).not.toContain('离线写的');
		one.provider.connect();
		await expect.poll(() => one.state).toBe('saved');
		await expect.poll(() => text(two).toString()).toContain('离线写的');
		expect(text(one).toString()).toContain('在线写的');
		expect(await stored()).toBe(text(one).toString());
	});

	test('coming back without news adds nothing to the log', async () => {
		const page = openPage(server.port, id, cookies[0]!);
		write(page, '删去的和留下的');
		text(page).delete(3, 4);
		await expect.poll(() => page.state).toBe('saved');
		const { head } = (await readLog(data.db, id))!;
		page.provider.disconnect();
		page.provider.connect();
		await expect.poll(() => page.state).toBe('saved');
		expect((await readLog(data.db, id))!.head).toBe(head);
	});

	test('what the portal itself writes reaches open pages', async () => {
		const page = openPage(server.port, id, cookies[0]!);
		await expect.poll(() => page.state).toBe('saved');
		await act(data.as(people[1]!), async (a) => {
			await editDocument(a, id, (doc) => doc.getText('t').insert(3, '补记'));
			return ok();
		});
		await expect.poll(() => text(page).toString()).toBe('纪要：补记');
		write(page, '，续');
		await expect.poll(() => page.state).toBe('saved');
		expect(await stored()).toBe('纪要：补记，续');
	});

	test('a long log is compacted while it grows, and read in full by the next who opens it', async () => {
		const page = openPage(server.port, id, cookies[0]!);
		await expect.poll(() => page.state).toBe('saved');
		for (let i = 0; i < 600; i += 50) {
			for (let j = 0; j < 50; j++) write(page, '字');
			await expect.poll(() => page.state, { timeout: 20_000 }).toBe('saved');
		}
		await expect
			.poll(async () => (await data.sql`select snapshot_seq from document where id = ${id}`)[0]!.snapshot_seq)
			.not.toBe('0');
		const next = openPage(server.port, id, cookies[1]!);
		await expect.poll(() => text(next).length).toBe(3 + 600);
		expect(await stored()).toBe(text(page).toString());
	});
});

describe('presence', () => {
	const others = (page: ReturnType<typeof openPage>) =>
		[...page.provider.awareness.getStates()]
			.filter(([client]) => client !== page.doc.clientID)
			.map(([, state]) => (state as { user?: object }).user);

	test('shows name and party as the server knows them, whatever a client claims', async () => {
		const [one, two] = [openPage(server.port, id, cookies[0]!), openPage(server.port, id, cookies[1]!)];
		two.provider.awareness.setLocalStateField('user', { name: '社区书记', party: '社区党委' });
		await expect.poll(() => others(one)).toMatchObject([{ name: '林二', party: 'property-company 测试' }]);
	});

	test('goes with its socket, and is back at once when it comes back', async () => {
		const [one, two] = [openPage(server.port, id, cookies[0]!), openPage(server.port, id, cookies[1]!)];
		await expect.poll(() => others(one)).toHaveLength(1);
		two.provider.disconnect();
		await expect.poll(() => others(one)).toHaveLength(0);
		two.provider.connect();
		await expect.poll(() => others(one)).toHaveLength(1);
	});

	test('cannot be spoken for another: a second client id on one socket is passed over', async () => {
		const [one, two, three] = cookies.map((cookie) => openPage(server.port, id, cookie));
		await expect.poll(() => others(one!)).toHaveLength(2);
		const forged = new Awareness(new Y.Doc());
		forged.states.set(three!.doc.clientID, { cursor: 'forged' });
		forged.meta.set(three!.doc.clientID, { clock: 1e15, lastUpdated: Date.now() });
		const bytes = encodeAwarenessUpdate(forged, [three!.doc.clientID]);
		two!.provider.ws!.send(Uint8Array.of(1, bytes.length, ...bytes));
		two!.provider.awareness.setLocalStateField('cursor', 'own');
		const states = one!.provider.awareness.getStates();
		await expect.poll(() => states.get(two!.doc.clientID)).toMatchObject({ cursor: 'own', user: { name: '林二' } });
		expect(states.get(three!.doc.clientID)).not.toHaveProperty('cursor');
		forged.destroy();
	});
});

describe('leaving', () => {
	test('the server ends in order: what has arrived is committed, and clients are told to come back', async () => {
		const leaving = await startCollabServer(data.url);
		onTestFinished(() => leaving.end());
		const page = openPage(leaving.port, id, cookies[0]!);
		await expect.poll(() => page.state).toBe('saved');
		const closed = new Promise<number>((resolve) =>
			page.provider.once('connection-close', (event) => resolve(event!.code))
		);
		write(page, '最后一句');
		await expect.poll(() => page.state).toBe('saved');
		const exited = once(leaving.process, 'exit');
		leaving.process.kill('SIGTERM');
		expect(await closed).toBe(1012);
		expect(await exited).toEqual([0, null]);
		expect(await stored()).toBe('纪要：最后一句');
	});
});
