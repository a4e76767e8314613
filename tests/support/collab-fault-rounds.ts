import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { cookieOf, newTestDocument, openPage, startCollabServer, storedText } from './collab.ts';
import { surviveFault, Typist } from './collab-faults.ts';
import { plantCommunity, type Town } from './community.ts';
import { NO_REDIS, redisProgram, startRedis, type TestRedis } from './redis.ts';

const NAMES = ['甲', '乙', '丙'];

interface Fault {
	victim: 'the server' | 'one of two servers' | 'PostgreSQL under two servers' | 'Redis between two servers';
	overRedis?: boolean;
}
/** What the tests do a few times … */
export const FAULTS: Fault[] = [
	{ victim: 'the server' },
	{ victim: 'one of two servers' },
	{ victim: 'PostgreSQL under two servers' }
];
/** … and what the proofs do beside it. */
export const MORE_FAULTS: Fault[] = [
	{ victim: 'one of two servers', overRedis: true },
	{ victim: 'Redis between two servers', overRedis: true }
];

/** kill -9 of everything that can be killed in the middle of edits, `rounds` times each. */
export function proveFaults(rounds: number, faults: readonly Fault[]): void {
	const dataDir = resolve(`.test/faults-${process.pid}`);
	let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
	let database: Database;
	let town: Town;
	let cookies: string[];
	let redis: TestRedis;

	beforeAll(async () => {
		// with fsync, unlike other tests: what is acknowledged must be on disk
		postgres = await startEmbeddedPostgres({ dataDir });
		await migrate(postgres.url);
		database = openDatabase(postgres.url);
		town = await plantCommunity(database);
		cookies = await Promise.all(
			NAMES.map(async (name) => cookieOf(database, await town.appoint(name, 'residents-committee', 'recorder')))
		);
		if (redisProgram && faults.some((fault) => fault.overRedis)) redis = await startRedis(redisProgram);
	});
	afterAll(async () => {
		await redis?.kill();
		await database.close();
		await postgres.stop();
		rmSync(dataDir, { recursive: true, force: true });
	});

	const killPostgres = () => {
		const [pid] = readFileSync(join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n');
		process.kill(Number(pid), 'SIGKILL');
	};
	/** As soon as PostgreSQL is back, which the launcher sees to. */
	async function stored(id: string): Promise<string> {
		let text: string | null = null;
		const read = () => storedText(database, id).catch(() => null);
		await expect.poll(async () => (text = await read()), { timeout: 60_000, interval: 200 }).not.toBeNull();
		return text!;
	}

	async function prove({ victim, overRedis }: Fault): Promise<void> {
		const redisUrl = overRedis ? redis.url : '';
		const id = await newTestDocument(database, town.communityId);
		let mortal = await startCollabServer(postgres.url, undefined, redisUrl);
		const steady = victim === 'the server' ? null : await startCollabServer(postgres.url, undefined, redisUrl);
		const { port } = mortal;
		onTestFinished(async () => {
			await mortal.end();
			await steady?.end();
		});
		const typists = cookies.map(
			(cookie, i) => new Typist(NAMES[i]!, openPage(i === 0 && steady ? steady.port : port, id, cookie))
		);
		const strike = {
			'the server': () => mortal.end('SIGKILL'),
			'one of two servers': () => mortal.end('SIGKILL'),
			'PostgreSQL under two servers': async () => killPostgres(),
			'Redis between two servers': () => redis.kill()
		}[victim];
		const restart = async () => void (mortal = await startCollabServer(postgres.url, port, redisUrl));
		const recover = {
			'the server': restart,
			'one of two servers': restart,
			'PostgreSQL under two servers': async () => {},
			'Redis between two servers': () => redis.start()
		}[victim];
		let saved = 0;
		for (let round = 0; round < rounds; round++) {
			saved += await surviveFault(typists, { strike, stored: () => stored(id), recover });
		}
		const words = typists.reduce((sum, typist) => sum + typist.written.length, 0);
		console.info(`${rounds} × kill -9 of ${victim}: ${words} words, ${saved} saved just before; lost 0, twice 0`);
	}

	describe('in the middle of edits, nothing that was saved is lost and nothing is there twice', () => {
		const timeout = 60_000 + rounds * 20_000;
		for (const fault of faults) {
			const without = fault.overRedis && !redisProgram;
			const name = `kill -9 of ${fault.victim}${fault.overRedis ? ', over Redis' : ''}, ${rounds} times`;
			test.skipIf(without)(without ? `${name}: ${NO_REDIS}` : name, { timeout }, () => prove(fault));
		}
	});
}
