import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import { announceAccess, readLog, sealDocument } from '#lib/server/platform/documents/index.ts';
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
let people: Person[];
let cookies: string[];
let servers: CollabServer[];
let id: string;

beforeAll(async () => {
	town = await plantCommunity(data);
	people = await Promise.all(['甲', '乙'].map((name) => town.appoint(name, 'residents-committee', 'recorder')));
	cookies = await Promise.all(people.map((person) => cookieOf(data, person)));
	servers = await Promise.all([startCollabServer(data.url), startCollabServer(data.url)]);
});
afterAll(() => Promise.all(servers.map((server) => server.end())));
beforeEach(async () => {
	id = await newTestDocument(data, town.communityId);
});

async function openBoth() {
	const pages = servers.map((server, i) => openPage(server.port, id, cookies[i]!));
	await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved']);
	return pages as [(typeof pages)[0], (typeof pages)[0]];
}

test('two processes write one log without a gap, and their clients see the same', async () => {
	const pages = await openBoth();
	for (let i = 0; i < 40; i++) {
		pages.forEach((page, who) => write(page, `${who}`));
		if (i % 8 === 0) await expect.poll(() => pages.map((page) => page.state)).toEqual(['saved', 'saved']);
	}
	await expect.poll(() => pages.map((page) => textOf(page).length)).toEqual([80, 80]);
	expect(textOf(pages[0])).toBe(textOf(pages[1]));
	expect(await storedText(data, id)).toBe(textOf(pages[0]));
	const { rows, head } = (await readLog(data.db, id))!;
	expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: head }, (_, i) => i + 1));
});

test('presence crosses over, with the name that the other process has put on it', async () => {
	const [one, two] = await openBoth();
	const seen = () => one.provider.awareness.getStates().get(two.doc.clientID)?.user;
	await expect.poll(seen).toMatchObject({ name: '乙' });
	two.provider.disconnect();
	await expect.poll(seen).toBeUndefined();
});

test('a right that ends and a seal reach the sockets of every process', async () => {
	const [one, two] = await openBoth();
	await act(data.as(null), async (a) => {
		await sealDocument(a, id);
		return ok();
	});
	write(one, '太迟');
	write(two, '太迟');
	await expect.poll(() => [one.isRefused, two.isRefused]).toEqual([true, true]);
	expect(await storedText(data, id)).toBe('');

	const next = openPage(servers[1]!.port, id, cookies[1]!);
	await expect.poll(() => next.state).toBe('saved');
	await data.sql`update membership set valid_to = app_now() where person_id = ${people[1]!.personId}`;
	await act(data.as(null), async (a) => {
		await announceAccess(a.db, { personId: people[1]!.personId });
		return ok();
	});
	await expect.poll(() => next.ending).toBe('no-access');
});
