import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CollabClient } from '#lib/features/meetings/collab-client.ts';
import { cookieOf, newTestDocument, openPage, startCollabServer, storedText, textOf, write } from './collab.ts';
import type { CollabServer } from './collab.ts';
import { plantCommunity, type Town } from './community.ts';
import { useDatabase } from './database.ts';

/** As many sockets as one document takes. */
const CROWD = 200;

/** Everybody writes `words` words at once. */
export function proveCrowd(words: number): void {
	const data = useDatabase();
	let town: Town;
	let server: CollabServer;
	beforeAll(async () => {
		town = await plantCommunity(data);
		server = await startCollabServer(data.url);
	});
	afterAll(() => server.end());

	const name = `${CROWD} people write in one document and see the same; one more waits until somebody leaves`;
	test(name, { timeout: 240_000 }, async () => {
		const id = await newTestDocument(data, town.communityId);
		const people = await Promise.all(
			Array.from({ length: CROWD }, (_, i) => town.appoint(`${i}`, 'residents-committee', 'recorder'))
		);
		const cookies = await Promise.all(people.map((person) => cookieOf(data, person)));
		const pages = cookies.map((cookie) => openPage(server.port, id, cookie));
		const unsaved = () => pages.map((page) => page.state).filter((state) => state !== 'saved');
		const allSaved = () => expect.poll(unsaved, { timeout: 60_000 }).toEqual([]);
		await allSaved();
		for (let word = 0; word < words; word++) pages.forEach((page, i) => write(page, `[${i}-${word}]`));
		await allSaved();
		const text = await storedText(data, id);
		for (let i = 0; i < CROWD; i++) {
			for (let word = 0; word < words; word++) expect(text.split(`[${i}-${word}]`)).toHaveLength(2);
		}
		await expect.poll(() => pages.every((page) => textOf(page) === text), { timeout: 60_000 }).toBe(true);

		// on a busy machine one may drop out and come back: whoever it is then, one of them all is left outside
		const everybody = [...pages, openPage(server.port, id, cookies[0]!)];
		const codes = new Map<CollabClient, number | undefined>();
		for (const page of everybody) page.provider.on('connection-close', (event) => codes.set(page, event?.code));
		const outside = () => everybody.filter((page) => page.state !== 'saved');
		await expect.poll(() => outside().map((page) => codes.get(page)), { timeout: 60_000 }).toEqual([1013]);
		const [late] = outside();
		const leaving = everybody.find((page) => page !== late)!;
		leaving.provider.disconnect();
		await expect.poll(() => outside().length === 1 && outside()[0] === leaving, { timeout: 60_000 }).toBe(true);
		expect(textOf(late!)).toBe(text);
	});
}
