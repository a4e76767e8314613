import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres, StartFailure } from '#lib/server/db/embedded-postgres.ts';

let scratch: string;
beforeAll(() => {
	mkdirSync('.test', { recursive: true });
	scratch = mkdtempSync(resolve('.test/launcher-'));
	chmodSync(scratch, 0o755);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const quick = { settings: { fsync: 'off' } };

function connect(url: string): postgres.Sql {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	onTestFinished(() => sql.end({ timeout: 1 }));
	return sql;
}

/** A process of its own that starts the database of `dataDir`, prints its URL and stays until it is killed. */
async function startInChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
	const program = `
		import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
		const { url, stop } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
		process.on('SIGTERM', stop);
		console.log(url);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = await once(child.stdout!, 'data');
	return { child, url: String(line).trim() };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	const exited = once(child, 'exit');
	child.kill(signal);
	await exited;
}

const isListening = (url: string) =>
	fetch(`http://127.0.0.1:${new URL(url).port}`).then(
		() => true,
		(error) => error.cause?.code !== 'ECONNREFUSED'
	);

describe('embedded PostgreSQL', { timeout: 60_000 }, () => {
	test('keeps data across starts and sorts Chinese by pinyin', async () => {
		const dataDir = join(scratch, 'plain');
		const first = await startEmbeddedPostgres({ dataDir, ...quick });
		const sql = connect(first.url);
		await sql`create table neighbour (name text)`;
		await sql`insert into neighbour values ('张'), ('安'), ('李')`;
		await sql.end();
		await first.stop();
		expect(await isListening(first.url)).toBe(false);

		const second = await startEmbeddedPostgres({ dataDir, ...quick });
		const again = connect(second.url);
		expect((await again`select name from neighbour order by name`).map((row) => row.name)).toEqual(['安', '李', '张']);
		await again.end();
		await second.stop();
	});

	test('asks for the password on loopback', async () => {
		const server = await startEmbeddedPostgres({ dataDir: join(scratch, 'password'), ...quick });
		const url = new URL(server.url);
		url.password = 'guess';
		await expect(connect(url.href)`select 1`).rejects.toThrow(/password authentication failed/);
		await server.stop();
	});

	test('adopts the server that a killed process left running, and stops it', async () => {
		const dataDir = join(scratch, 'adopted');
		const { child, url } = await startInChild(dataDir);
		await end(child, 'SIGKILL');
		expect(await isListening(url)).toBe(true);

		const adopted = await startEmbeddedPostgres({ dataDir });
		expect(adopted.url).toBe(url);
		await adopted.stop();
		expect(await isListening(url)).toBe(false);
	});

	test('runs on until the last of several processes stops it', async () => {
		const dataDir = join(scratch, 'shared');
		const server = await startEmbeddedPostgres({ dataDir, ...quick });
		const { child, url } = await startInChild(dataDir);
		expect(url).toBe(server.url);
		await server.stop();
		expect(await isListening(url)).toBe(true);
		await end(child, 'SIGTERM');
		expect(await isListening(url)).toBe(false);
	});

	test('comes back on the same port when the server is killed, with every committed row', async () => {
		const dataDir = join(scratch, 'killed');
		const server = await startEmbeddedPostgres({ dataDir });
		const sql = connect(server.url);
		await sql`create table kept as select 1 as n`;
		const [pid] = readFileSync(join(dataDir, 'postgres/cluster/data/postmaster.pid'), 'utf8').split('\n');
		process.kill(Number(pid), 'SIGKILL');
		await expect
			.poll(
				() =>
					sql`select n from kept`.then(
						(rows) => rows[0]?.n,
						() => null
					),
				{ timeout: 30_000, interval: 200 }
			)
			.toBe(1);
		await sql.end();
		await server.stop();
	});

	test('starts anew after a first start was killed in the middle of initdb', async () => {
		const dataDir = join(scratch, 'half');
		const child = spawn(process.execPath, [
			'--input-type=module',
			'-e',
			`import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
			await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });`
		]);
		const home = join(dataDir, 'postgres');
		const isHalfway = () =>
			existsSync(home) && readdirSync(home).some((name) => existsSync(join(home, name, 'data/global')));
		await expect.poll(isHalfway, { timeout: 20_000, interval: 5 }).toBe(true);
		await end(child, 'SIGKILL');
		expect(existsSync(join(home, 'cluster'))).toBe(false);

		const server = await startEmbeddedPostgres({ dataDir, ...quick });
		expect(await connect(server.url)`select 1 as n`).toEqual([{ n: 1 }]);
		await server.stop();
		expect(readdirSync(home).sort()).toEqual(['cluster', 'server.log']);
	});

	test('lets two first starts at once share one server', async () => {
		const dataDir = join(scratch, 'twins');
		const [one, two] = await Promise.all([startEmbeddedPostgres({ dataDir, ...quick }), startInChild(dataDir)]);
		expect(one.url).toBe(two.url);
		await one.stop();
		await end(two.child, 'SIGTERM');
		expect(await isListening(one.url)).toBe(false);
	});

	test('does not take a copied lock file for its own server', async () => {
		const dataDir = join(scratch, 'original');
		const original = await startEmbeddedPostgres({ dataDir, ...quick });
		await original.stop();
		const lock = join(dataDir, 'postgres/cluster/data/postmaster.pid');
		writeFileSync(lock, `${process.pid}\n/somewhere/else\n1\n${new URL(original.url).port}\n\n127.0.0.1\n\nready\n`);
		const server = await startEmbeddedPostgres({ dataDir, ...quick });
		expect(await connect(server.url)`select 1 as n`).toEqual([{ n: 1 }]);
		await server.stop();
	});

	test.runIf(process.getuid?.() === 0)('as root, moves out of a directory that no other user may enter', async () => {
		const closed = mkdtempSync(join(tmpdir(), 'gongjian-closed-'));
		chmodSync(closed, 0o700);
		onTestFinished(() => rmSync(closed, { recursive: true, force: true }));
		const server = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), ...quick });
		const home = readFileSync(join(closed, 'data/postgres.path'), 'utf8').trim();
		onTestFinished(() => rmSync(home, { recursive: true, force: true }));
		expect(home).toMatch(/^\/var\/lib\/gongjian\//);
		await connect(server.url)`create table kept as select 1 as n`;
		await server.stop();

		const again = await startEmbeddedPostgres({ dataDir: join(closed, 'data'), ...quick });
		expect(await connect(again.url)`select n from kept`).toEqual([{ n: 1 }]);
		await again.stop();
	});

	test('says in a sentence that the place is not a directory', async () => {
		await expect(startEmbeddedPostgres({ dataDir: join(resolve('package.json'), 'x') })).rejects.toThrow(StartFailure);
	});
});
