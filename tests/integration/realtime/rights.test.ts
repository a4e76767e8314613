import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type WebSocket from 'ws';
import * as Y from 'yjs';
import type { Person } from '#lib/domain/shared/actor.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import { announceAccess, readLog, sealDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { closeSession, closeSessionsOf } from '#lib/server/platform/sessions.ts';
import {
	cookieOf,
	newTestDocument,
	openPage,
	openSocket,
	startCollabServer,
	storedText,
	textOf,
	write,
	type CollabServer
} from '../../support/collab.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let town: Town;
let server: CollabServer;
let id: string;
const cookie = {} as Record<'recorder' | 'second' | 'delegate' | 'reader', string>;
const people = {} as Record<'recorder', Person>;

beforeAll(async () => {
	town = await plantCommunity(data);
	people.recorder = await town.appoint('陈一', 'residents-committee', 'recorder');
	cookie.recorder = await cookieOf(data, people.recorder);
	cookie.second = await cookieOf(data, await town.appoint('林二', 'property-company', 'recorder'));
	cookie.delegate = await cookieOf(data, await town.appoint('王三', 'owners-committee', 'delegate'));
	cookie.reader = await cookieOf(data, await town.resident('赵四', 0));
	server = await startCollabServer(data.url);
});
afterAll(() => server.end());
beforeEach(async () => {
	id = await newTestDocument(data, town.communityId, '原文');
});

const stored = () => storedText(data, id);
const join = (who: string) => openPage(server.port, id, who);

describe('who may write', () => {
	test.each(['reader', 'delegate'] as const)('a %s sees all, changes nothing, and is told', async (role) => {
		const [writer, reader] = [join(cookie.recorder), join(cookie[role])];
		for (const page of [writer, reader]) await expect.poll(() => textOf(page)).toBe('原文');
		await expect.poll(() => reader.state).toBe('saved');
		reader.doc.getText('t').delete(0, 1);
		write(reader, '伪造');
		await expect.poll(() => reader.isRefused).toBe(true);
		expect(reader.isSaved).toBe(false);
		write(writer, '，续写');
		await expect.poll(() => textOf(reader)).toContain('续写');
		expect(textOf(writer)).toBe('原文，续写');
		expect(await stored()).toBe('原文，续写');
	});

	test('a reader who deletes nothing new is not told off for it', async () => {
		const writer = join(cookie.recorder);
		await expect.poll(() => textOf(writer)).toBe('原文');
		writer.doc.getText('t').delete(0, 1);
		await expect.poll(() => writer.state).toBe('saved');
		const reader = join(cookie.reader);
		await expect.poll(() => reader.state).toBe('saved');
		expect(reader.isRefused).toBe(false);
	});

	test('nobody writes under a client id of another', async () => {
		const [owner, thief] = [join(cookie.recorder), join(cookie.second)];
		await expect.poll(() => textOf(owner)).toBe('原文');
		write(owner, '我写的');
		await expect.poll(() => owner.state).toBe('saved');
		await expect.poll(() => textOf(thief)).toBe('原文我写的');
		const forged = new Y.Doc();
		Y.applyUpdate(forged, Y.encodeStateAsUpdate(thief.doc));
		forged.clientID = owner.doc.clientID;
		forged.getText('t').insert(0, '冒名');
		Y.applyUpdate(thief.doc, Y.encodeStateAsUpdate(forged, Y.encodeStateVector(thief.doc)), 'local');
		await expect.poll(() => thief.isRefused).toBe(true);
		expect(await stored()).toBe('原文我写的');
		expect((await readLog(data.db, id))!.owners.get(owner.doc.clientID)).toBe(people.recorder.personId);
	});
});

describe('who may come in', () => {
	const closing = async (socket: WebSocket) => {
		const [code, reason] = await new Promise<[number, Buffer]>((resolve) =>
			socket.once('close', (...event) => resolve(event))
		);
		return [code, String(reason)];
	};
	const refusal = (socket: WebSocket) =>
		new Promise<number | undefined>((resolve) => {
			socket.once('unexpected-response', (_, response) => {
				resolve(response.statusCode);
				socket.terminate();
			});
		});
	const knock = (path: string, headers: Record<string, string>) => openSocket(server.port, path, headers);
	const ours = () => `http://127.0.0.1:${server.port}`;

	test('a page of another site is refused, with or without the cookie', async () => {
		expect(await refusal(knock(`/collab/${id}`, { cookie: cookie.recorder, origin: 'https://evil.example' }))).toBe(
			403
		);
		expect(await refusal(knock(`/collab/${id}`, { cookie: cookie.recorder, origin: `${ours()}.evil.example` }))).toBe(
			403
		);
		expect(await refusal(knock(`/collab/${id}`, { cookie: cookie.recorder }))).toBe(403);
	});

	test('a document of another community, and one that does not exist, are the same closed door', async () => {
		const foreign = await newTestDocument(data, town.areas['990901001002'], '邻居的');
		for (const document of [foreign, newId()]) {
			const socket = knock(`/collab/${document}`, { cookie: cookie.recorder, origin: ours() });
			const heard: unknown[] = [];
			socket.on('message', (message) => heard.push(message));
			expect(await closing(socket)).toEqual([4403, 'no-access']);
			expect(heard).toEqual([]);
		}
		expect(await refusal(knock('/collab/secret', { cookie: cookie.recorder, origin: ours() }))).toBe(404);
	});

	test('a visitor is sent to sign in, and so is a forged session', async () => {
		for (const forged of ['', 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
			expect(await closing(knock(`/collab/${id}`, { cookie: forged, origin: ours() }))).toEqual([4403, 'sign-in']);
		}
	});

	test('an old editor is told to reload; a page that is refused does not try again', async () => {
		const old = openPage(server.port, id, cookie.recorder, 1);
		await expect.poll(() => old.ending).toBe('reload');
		expect(old.provider.shouldConnect).toBe(false);
		const stranger = openPage(server.port, id, '');
		await expect.poll(() => stranger.ending).toBe('sign-in');
	});
});

describe('rights that change while a socket is open', () => {
	async function appointed() {
		const person = await town.appoint('孙五', 'residents-committee', 'recorder');
		const page = join(await cookieOf(data, person));
		await expect.poll(() => page.state).toBe('saved');
		return { person, page };
	}
	const inAct = (sql: (a: Parameters<Parameters<typeof act>[1]>[0]) => Promise<unknown>) =>
		act(data.as(null), async (a) => {
			await sql(a);
			return ok();
		});

	test('a writer whose role ends changes nothing from then on', async () => {
		const { person, page } = await appointed();
		await inAct(async (a) => {
			await data.sql`update membership set valid_to = app_now() where person_id = ${person.personId}`;
			await announceAccess(a.db, { personId: person.personId });
		});
		write(page, '被免之后');
		await expect.poll(() => page.ending).toBe('no-access');
		expect(page.isSaved).toBe(false);
		expect(await stored()).toBe('原文');
	});

	test('a session that is closed elsewhere closes its sockets', async () => {
		const { person, page } = await appointed();
		await inAct((a) => closeSessionsOf(a.db, person.personId));
		await expect.poll(() => page.ending).toBe('sign-in');
	});

	test('signing out closes the sockets of that session', async () => {
		const person = await town.appoint('周六', 'residents-committee', 'recorder');
		const session = await cookieOf(data, person);
		const page = join(session);
		await expect.poll(() => page.state).toBe('saved');
		await closeSession(data, session.replace('session=', ''));
		await expect.poll(() => page.ending).toBe('sign-in');
	});

	test('a writer who becomes a reader joins again as one', async () => {
		const { person, page } = await appointed();
		const codes: (number | undefined)[] = [];
		page.provider.on('connection-close', (event) => void codes.push(event?.code));
		await inAct(async (a) => {
			await data.sql`update membership set role = 'delegate' where person_id = ${person.personId}`;
			await announceAccess(a.db, { documentId: id });
		});
		await expect.poll(() => codes).toEqual([4503]);
		await expect.poll(() => page.state).toBe('saved');
		write(page, '只读');
		await expect.poll(() => page.isRefused).toBe(true);
		expect(await stored()).toBe('原文');
	});

	test('other people are left in peace', async () => {
		const [{ person, page }, other] = [await appointed(), join(cookie.second)];
		await expect.poll(() => other.state).toBe('saved');
		const socket = other.provider.ws;
		await inAct(async (a) => {
			await data.sql`update membership set valid_to = app_now() where person_id = ${person.personId}`;
			await announceAccess(a.db, { documentId: id });
		});
		await expect.poll(() => page.ending).toBe('no-access');
		expect(other.provider.ws).toBe(socket);
	});

	test('a sealed document is closed at once for those who are writing', async () => {
		const [one, two] = [join(cookie.recorder), join(cookie.second)];
		await expect.poll(() => textOf(one)).toBe('原文');
		write(one, '，定稿');
		await expect.poll(() => [one.state, two.state]).toEqual(['saved', 'saved']);
		const sealed = await act(data.as(null), async (a) => ok(await sealDocument(a, id)));
		expect(sealed.ok && sealed.value.doc.getText('t').toString()).toBe('原文，定稿');
		write(one, '太迟');
		write(two, '太迟');
		await expect.poll(() => [one.isRefused, two.isRefused]).toEqual([true, true]);
		expect(await stored()).toBe('原文，定稿');
		const reader = join(cookie.recorder);
		await expect.poll(() => textOf(reader)).toBe('原文，定稿');
	});
});

describe('frames that are not the protocol', () => {
	const frame = (...parts: (number | Uint8Array)[]) =>
		encoding.encode((encoder) => {
			for (const part of parts) {
				if (typeof part === 'number') encoding.writeVarUint(encoder, part);
				else encoding.writeVarUint8Array(encoder, part);
			}
		});
	const junk = Uint8Array.of(1, 2, 3, 255, 255, 255, 9);
	const state = (text: string) =>
		encoding.encode((encoder) => {
			for (const part of [1, 7, 1]) encoding.writeVarUint(encoder, part);
			encoding.writeVarString(encoder, text);
		});

	test.each([
		['nothing at all', new Uint8Array(0), 4400],
		['an unknown message', frame(42), 4400],
		['a message only the server sends', frame(100, 5), 4400],
		['an unknown sync message', frame(0, 9), 4400],
		['an update that is none', frame(0, 2, junk), 4400],
		['a step 2 that is none', frame(0, 1, junk), 4400],
		['a state vector that is none', frame(0, 0, Uint8Array.of(255)), 4400],
		['a length beyond the end', Uint8Array.of(0, 2, 200, 1, 1), 4400],
		['bytes behind the message', Uint8Array.of(3, 0, 0), 4400],
		['presence that is none', frame(1, junk), 4400],
		['presence that is no object', frame(1, state('[1]')), 4400],
		['presence that is no JSON', frame(1, state('{')), 4400],
		['presence that is too large', frame(1, state(JSON.stringify({ a: 'x'.repeat(3_000) }))), 4400],
		['text', 'hello', 4400],
		['more than 4 MiB', new Uint8Array(4 * 1024 * 1024 + 1), 1009]
	])('%s: the socket is closed, and nobody else notices', async (_, bytes, code) => {
		const other = join(cookie.second);
		await expect.poll(() => other.state).toBe('saved');
		const socket = openSocket(server.port, `/collab/${id}`, {
			cookie: cookie.recorder,
			origin: `http://127.0.0.1:${server.port}`
		});
		await new Promise((resolve) => socket.once('message', resolve));
		const closed = new Promise<number>((resolve) => socket.once('close', resolve));
		socket.send(bytes);
		expect(await closed).toBe(code);
		write(other, '照写');
		await expect.poll(() => other.state).toBe('saved');
		expect(await stored()).toBe('原文照写');
	});

	test('an update that cannot be applied does no harm', async () => {
		const other = join(cookie.second);
		await expect.poll(() => other.state).toBe('saved');
		// a struct whose parent is a character of the text, which can hold nothing
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc));
		const map = doc.getMap('m');
		map.set('child', new Y.Map());
		const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other.doc));
		const page = join(cookie.recorder);
		await expect.poll(() => page.state).toBe('saved');
		for (let cut = 1; cut < update.length; cut++) {
			const bent = update.slice();
			bent[cut] = bent[cut]! ^ 0x5a;
			if (page.provider.ws?.readyState !== 1) {
				page.provider.connect();
				await expect.poll(() => page.provider.wsconnected).toBe(true);
			}
			page.provider.ws!.send(frame(0, 2, bent));
		}
		await expect.poll(() => other.state).toBe('saved');
		write(other, '照写');
		await expect.poll(() => other.state).toBe('saved');
		expect(await stored()).toContain('照写');
		const next = join(cookie.delegate);
		await expect.poll(() => textOf(next)).toContain('照写');
	});

	test('a flooding socket is slowed down, and others are not', async () => {
		const other = join(cookie.second);
		await expect.poll(() => other.state).toBe('saved');
		const flood = openSocket(server.port, `/collab/${id}`, {
			cookie: cookie.recorder,
			origin: `http://127.0.0.1:${server.port}`
		});
		onTestFinished(() => flood.terminate());
		await new Promise((resolve) => flood.once('message', resolve));
		let answers = 0;
		flood.on('message', (message: Buffer) => void (answers += message[0] === 0 ? 1 : 0));
		for (let i = 0; i < 3_000; i++) flood.send(frame(0, 0, Uint8Array.of(0)));
		const from = Date.now();
		write(other, '照写');
		await expect.poll(() => other.state).toBe('saved');
		expect(await stored()).toBe('原文照写');
		// 60 a second, and two seconds' worth at once
		expect(answers).toBeLessThan(120 + (60 * (Date.now() - from)) / 1000 + 120);
	});
});
