import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';
import { children } from '../support/portal.ts';

const DATA_DIR = '.test/start-and-end';
const LOCK = `${DATA_DIR}/postgres/cluster/data/postmaster.pid`;

let port: number;
let started: ChildProcess | null = null;

test.beforeAll(async () => {
	rmSync(DATA_DIR, { recursive: true, force: true });
	port = await freePort();
});
test.afterAll(async () => {
	started?.kill('SIGTERM');
	if (started?.exitCode === null) await once(started, 'exit');
});

/** `npm start` as the shell runs it, with its output as it grows. */
function start() {
	const { DATABASE_URL: _, ORIGIN: __, GONGJIAN_SECRET: ___, ...env } = process.env;
	started = spawn('npm', ['start'], { env: { ...env, DATA_DIR, PORT: String(port), HOST: '127.0.0.1' } });
	const run = { process: started, said: '', answer: () => fetch(`http://127.0.0.1:${port}/`).catch(() => null) };
	started.stdout!.on('data', (chunk) => (run.said += chunk));
	started.stderr!.on('data', (chunk) => (run.said += chunk));
	return run;
}

const databaseRuns = () => existsSync(LOCK);

test('a first start that is killed leaves nothing that the next one cannot mend; SIGTERM ends everything', async () => {
	test.setTimeout(420_000);
	const first = start();
	await expect.poll(() => first.said, { timeout: 120_000, intervals: [20] }).toContain('Filling the demo community');
	process.kill(children(children(first.process.pid!)[0]!)[0]!, 'SIGKILL');
	first.process.kill('SIGKILL');
	await once(first.process, 'exit');
	expect(databaseRuns()).toBe(true);

	const second = start();
	await expect
		.poll(() => second.said, { timeout: 300_000 })
		.toMatch(/Gongjian is open at[^]+Demo accounts[^]+resident/);
	expect((await second.answer())?.status).toBe(200);

	second.process.kill('SIGTERM');
	const [code] = await once(second.process, 'exit');
	expect(code).toBe(0);
	expect(await second.answer()).toBeNull();
	expect(databaseRuns()).toBe(false);
});

test('the next start needs no building and no filling, and Ctrl-C ends it', async () => {
	test.setTimeout(120_000);
	const third = start();
	await expect.poll(() => third.said, { timeout: 60_000 }).toContain('Ctrl-C ends it.');
	expect(third.said).not.toMatch(/Building|Filling|up to date/);
	expect((await third.answer())?.status).toBe(200);
	third.process.kill('SIGINT');
	await once(third.process, 'exit');
	expect(await third.answer()).toBeNull();
	await expect.poll(databaseRuns).toBe(false);
});

test('two starts at once in one folder: the second says who is at work', async () => {
	test.setTimeout(120_000);
	writeFileSync('.preparing', String(process.pid));
	const stamp = readFileSync('build/.sources', 'utf8');
	writeFileSync('build/.sources', 'of other sources');
	try {
		const fourth = start();
		const [code] = await once(fourth.process, 'exit');
		expect(code).toBe(1);
		expect(fourth.said).toContain(`Another npm start or npm test (process ${process.pid}) is installing or building`);
	} finally {
		writeFileSync('build/.sources', stamp);
		rmSync('.preparing');
	}
});
