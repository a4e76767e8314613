import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
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

const data = useDatabase();
let town: Town;
let writer: Person;
let cookie: string;
let server: CollabServer;
let id: string;

beforeAll(async () => {
	town = await plantCommunity(data);
	writer = await town.appoint('陈一', 'residents-committee', 'recorder');
	cookie = await cookieOf(data, writer);
	server = await startCollabServer(data.url);
});
afterAll(() => server.end());
beforeEach(async () => {
	id = await newTestDocument(data, town.communityId, '纪要：');
});

async function opened() {
	const page = openPage(server.port, id, cookie);
	await expect.poll(() => page.state).toBe('saved');
	return page;
}

test('words typed while the connection is closing are not said to be saved', async () => {
	const page = await opened();
	page.provider.ws!.close();
	expect(page.state).toBe('offline');
	write(page, '关门时写的');
	expect([page.state, page.isSaved]).toEqual(['offline', false]);
	await expect.poll(() => page.state).toBe('saved');
	expect(await storedText(data, id)).toBe('纪要：关门时写的');
});

test('a page that the system takes offline says so at once, and comes back by itself', async () => {
	const page = await opened();
	page.lost();
	expect(page.state).toBe('offline');
	write(page, '断网时写的');
	expect([page.state, page.isSaved]).toEqual(['offline', false]);
	await expect.poll(() => page.state).toBe('saved');
	expect(await storedText(data, id)).toBe('纪要：断网时写的');
});

test('saved is said only of what is on disk, whatever comes in between', async () => {
	const page = await opened();
	for (let round = 0; round < 30; round++) {
		write(page, `${round} `);
		expect(page.isSaved).toBe(false);
		if (round % 7 === 3) page.provider.ws?.close();
		if (round % 7 === 5) page.lost();
		if (round % 3 === 0) {
			await expect.poll(() => page.state).toBe('saved');
			expect(await storedText(data, id)).toBe(textOf(page));
		}
	}
});
