import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import { announceAccess } from '#lib/server/platform/documents/index.ts';
import { cookieOf, newTestDocument, openPage, startCollabServer, storedText, type CollabServer } from './collab.ts';
import { Typist } from './collab-faults.ts';
import { plantCommunity, type Town } from './community.ts';
import { useDatabase } from './database.ts';

/** A right to write that ends at a random moment in the middle of typing, `rounds` times. */
export function proveRevocation(rounds: number): void {
	const data = useDatabase();
	let town: Town;
	let servers: CollabServer[];
	beforeAll(async () => {
		town = await plantCommunity(data);
		servers = await Promise.all([startCollabServer(data.url), startCollabServer(data.url)]);
	});
	afterAll(() => Promise.all(servers.map((server) => server.end())));

	const revoke = (personId: string, id: string, ofPerson: boolean) =>
		act(data.as(null), async (a) => {
			await a.db.execute(`update membership set valid_to = app_now() where person_id = '${personId}'`);
			await announceAccess(a.db, ofPerson ? { personId } : { documentId: id });
			return ok();
		});

	const name = `a writer whose right ends while typing changes nothing from then on, ${rounds} times in two processes`;
	test(name, { timeout: 60_000 + rounds * 10_000 }, async () => {
		const id = await newTestDocument(data, town.communityId);
		const appoint = (who: string) => town.appoint(who, 'residents-committee', 'recorder');
		const steady = new Typist('留', openPage(servers[0]!.port, id, await cookieOf(data, await appoint('留'))));
		for (let round = 0; round < rounds; round++) {
			const person = await appoint(`去${round}`);
			const port = servers[round % 2]!.port;
			const leaving = new Typist(`去${round}-`, openPage(port, id, await cookieOf(data, person)));
			steady.start();
			leaving.start();
			await expect.poll(() => leaving.saved.length).toBeGreaterThan(0);
			await pause(randomInt(200));
			await revoke(person.personId, id, round % 4 < 2);
			const typed = leaving.written.length;
			await expect.poll(() => leaving.page.ending).toBe('no-access');
			await expect.poll(() => leaving.written.length).toBeGreaterThan(typed + 5);
			await Promise.all([steady.stop(), leaving.stop()]);
			await expect.poll(() => steady.page.state).toBe('saved');
			const text = await storedText(data, id);
			expect(leaving.written.slice(typed).filter((word) => text.includes(word))).toEqual([]);
			expect(leaving.saved.filter((word) => !text.includes(word))).toEqual([]);
			expect(steady.written.filter((word) => !text.includes(word))).toEqual([]);
			await expect.poll(() => steady.page.doc.getText('t').toString()).toBe(text);
		}
	});
}
