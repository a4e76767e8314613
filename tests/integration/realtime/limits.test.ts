import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type WebSocket from 'ws';
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
/** Stands for a page's worth of pasted text; a dozen are more than the system holds for a socket that is not read. */
const PASTE = 'x'.repeat(900_000);
/** All of them are more than the system keeps for a socket that is not read, and than a socket may be behind. */
const LARGE = 'x'.repeat(3_500_000);
const LARGE_PASTES = 7;
let town: Town;
let server: CollabServer;
let cookie: string;
let id: string;

beforeAll(async () => {
	town = await plantCommunity(data);
	cookie = await cookieOf(data, await town.appoint('陈一', 'residents-committee', 'recorder'));
	server = await startCollabServer(data.url);
});
afterAll(() => server.end());
beforeEach(async () => {
	id = await newTestDocument(data, town.communityId);
});

/** What somebody asks who has nothing of the document yet. */
const QUESTION = encoding.encode((encoder) => {
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint8Array(encoder, Uint8Array.of(0));
});

async function join(): Promise<WebSocket> {
	const socket = openSocket(server.port, `/collab/${id}`, { cookie, origin: `http://127.0.0.1:${server.port}` });
	await new Promise((resolve) => socket.once('message', resolve));
	return socket;
}

test('who does not keep up gets no more until they do, and then all of it at once; others do not wait', async () => {
	const slow = openPage(server.port, id, cookie);
	await expect.poll(() => slow.state).toBe('saved');
	const socket = slow.provider.ws as unknown as WebSocket;
	const heard = { updates: 0, differences: 0 };
	socket.on('message', (message: Buffer) => {
		const [kind, of] = new Uint8Array(message);
		if (kind === 0 && of === 2) heard.updates++;
		if (kind === 0 && of === 1) heard.differences++;
	});
	socket.pause();
	for (let i = 0; i < LARGE_PASTES; i++) {
		const writer = openPage(server.port, id, cookie);
		await expect.poll(() => writer.state).toBe('saved');
		write(writer, LARGE);
		await expect.poll(() => writer.state).toBe('saved');
		writer.destroy();
	}
	expect((await storedText(data, id)).length).toBe(LARGE.length * LARGE_PASTES);
	socket.resume();
	await expect.poll(() => textOf(slow).length).toBe(LARGE.length * LARGE_PASTES);
	expect(slow.provider.ws).toBe(socket);
	expect(heard.updates).toBeLessThan(LARGE_PASTES);
	expect(heard.differences).toBe(1);
	write(slow, '完');
	await expect.poll(() => slow.state).toBe('saved');
});

test('a document larger than what a socket may be behind is opened over a slow line, and kept', async () => {
	const writer = openPage(server.port, id, cookie);
	for (let i = 0; i < 4; i++) {
		const page = openPage(server.port, id, cookie);
		await expect.poll(() => page.state).toBe('saved');
		write(page, LARGE);
		await expect.poll(() => page.state).toBe('saved');
		page.destroy();
	}
	const slow = await join();
	slow.pause();
	let heard = 0;
	slow.on('message', (message: Buffer) => (heard = Math.max(heard, message.length)));
	slow.send(QUESTION);
	for (let i = 0; i < 3; i++) {
		// its question is answered before what is written after it
		write(writer, '照写');
		await expect.poll(() => writer.state).toBe('saved');
	}
	const ended = new Promise((resolve) => slow.once('close', () => resolve('closed')));
	slow.resume();
	await expect.poll(() => heard).toBeGreaterThan(4 * LARGE.length);
	slow.ping();
	expect(await Promise.race([ended, new Promise((resolve) => slow.once('pong', () => resolve('kept')))])).toBe('kept');
	slow.terminate();
});

test('who asks again and again and never reads is closed', async () => {
	const writer = openPage(server.port, id, cookie);
	await expect.poll(() => writer.state).toBe('saved');
	write(writer, PASTE);
	await expect.poll(() => writer.state).toBe('saved');
	const deaf = await join();
	deaf.pause();
	for (let i = 0; i < 60; i++) deaf.send(QUESTION);
	const closed = new Promise<number>((resolve) => deaf.once('close', resolve));
	// its questions are answered before what is written after them
	write(writer, '照写');
	await expect.poll(() => writer.state).toBe('saved');
	deaf.resume();
	expect([1006, 1013]).toContain(await closed);
});
