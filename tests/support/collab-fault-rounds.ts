import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { cookieOf, newTestDocument, openPage, startCollabServer, storedText } from './collab.ts';
import { surviveFault, Typist } from './collab-faults.ts';
import { plantCommunity, type Town } from './community.ts';
import { useDatabase } from './database.ts';

const NAMES = ['甲', '乙', '丙'];

/** kill -9 of everything that can be killed, `rounds` times each. The tests do a few rounds, the proofs many. */
export function proveFaults(rounds: number): void {
	const limit = 60_000 + rounds * 20_000;

	async function plant(database: Database) {
		const town = await plantCommunity(database);
		const cookies = await Promise.all(
			NAMES.map(async (name) => cookieOf(database, await town.appoint(name, 'residents-committee', 'recorder')))
		);
		return { town, cookies };
	}
	let town: Town;
	let cookies: string[];

	describe('kill -9 of a server', () => {
		const data = useDatabase();
		beforeAll(async () => void ({ town, cookies } = await plant(data)));

		test(`in the middle of edits loses nothing that was saved, ${rounds} times`, { timeout: limit }, async () => {
			const id = await newTestDocument(data, town.communityId);
			let server = await startCollabServer(data.url);
			const { port } = server;
			const typists = cookies.map((cookie, i) => new Typist(NAMES[i]!, openPage(port, id, cookie)));
			for (let round = 0; round < rounds; round++) {
				await surviveFault(typists, {
					strike: () => server.end('SIGKILL'),
					stored: () => storedText(data, id),
					recover: async () => void (server = await startCollabServer(data.url, port))
				});
			}
			await server.end();
		});

		test(`one of two that serve the same document, ${rounds} times`, { timeout: limit }, async () => {
			const id = await newTestDocument(data, town.communityId);
			const steady = await startCollabServer(data.url);
			let other = await startCollabServer(data.url);
			const { port } = other;
			const typists = cookies.map(
				(cookie, i) => new Typist(NAMES[i]!, openPage(i === 0 ? steady.port : port, id, cookie))
			);
			for (let round = 0; round < rounds; round++) {
				await surviveFault(typists, {
					strike: () => other.end('SIGKILL'),
					stored: () => storedText(data, id),
					recover: async () => void (other = await startCollabServer(data.url, port))
				});
			}
			await Promise.all([steady.end(), other.end()]);
		});
	});

	describe('kill -9 of PostgreSQL', () => {
		const dataDir = resolve(`.test/faults-${process.pid}`);
		let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
		let database: Database;
		beforeAll(async () => {
			// with fsync, unlike other tests: what is acknowledged must be on disk
			postgres = await startEmbeddedPostgres({ dataDir });
			await migrate(postgres.url);
			database = openDatabase(postgres.url);
			({ town, cookies } = await plant(database));
		});
		afterAll(async () => {
			await database.close();
			await postgres.stop();
			rmSync(dataDir, { recursive: true, force: true });
		});
		const kill = () => {
			const [pid] = readFileSync(join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n');
			process.kill(Number(pid), 'SIGKILL');
		};
		/** As soon as PostgreSQL is back, which the launcher sees to. */
		async function storedSoon(id: string): Promise<string> {
			let text: string | null = null;
			const read = () => storedText(database, id).catch(() => null);
			await expect.poll(async () => (text = await read()), { timeout: 60_000, interval: 200 }).not.toBeNull();
			return text!;
		}

		test(`in the middle of edits loses nothing that was saved, ${rounds} times`, { timeout: limit }, async () => {
			const id = await newTestDocument(database, town.communityId);
			const server = await startCollabServer(postgres.url);
			const typists = cookies.map((cookie, i) => new Typist(NAMES[i]!, openPage(server.port, id, cookie)));
			for (let round = 0; round < rounds; round++) {
				await surviveFault(typists, {
					strike: async () => kill(),
					stored: () => storedSoon(id),
					recover: async () => {}
				});
			}
			await server.end();
		});
	});
}
