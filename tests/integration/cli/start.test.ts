import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';

/** Runs a command with this environment beside ours to its end; what it said, both streams together. */
async function run(file: string, env: Record<string, string>, account: { uid?: number } = {}) {
	const { DATABASE_URL: _, GONGJIAN_SECRET: __, DEMO: ___, ...ours } = process.env;
	const child = spawn(process.execPath, [file], { env: { ...ours, ...env }, ...account });
	let said = '';
	child.stdout.on('data', (chunk) => (said += chunk));
	child.stderr.on('data', (chunk) => (said += chunk));
	const [code] = await once(child, 'close');
	return { code, said };
}

const START = 'src/cli/start.mjs';
const SERVE = 'src/cli/serve.ts';
const SECRET = 'a secret of more than thirty-two bytes';

/** A refusal is a sentence: it names what to do and shows no stack. */
function expectSentence({ code, said }: { code: number; said: string }, sentence: RegExp): void {
	expect(said).toMatch(sentence);
	expect(said).not.toMatch(/^\s+at .+:\d+/m);
	expect(code).toBe(1);
}

describe('a start that cannot go on says why', () => {
	test('the port is taken', async () => {
		const other = createServer().listen(0, '0.0.0.0');
		await once(other, 'listening');
		onTestFinished(() => void other.close());
		const { port } = other.address() as AddressInfo;
		expectSentence(
			await run(START, { PORT: String(port) }),
			/Port \d+ is taken by another program.*PORT=\d+ npm start/
		);
	});

	test.each(['0', '70000', 'http'])('PORT=%s is no port', async (PORT) => {
		expectSentence(await run(START, { PORT }), /is no port\. Give a number from 1 to 65535/);
	});

	test('HOST is no address of this machine', async () => {
		expectSentence(await run(START, { HOST: '192.0.2.1' }), /HOST=192\.0\.2\.1 is no address of this machine/);
	});

	test('a database of one’s own without a secret', async () => {
		expectSentence(
			await run(SERVE, { DATABASE_URL: inject('testDatabase').url }),
			/DATABASE_URL is set but GONGJIAN_SECRET is not.*openssl rand -base64 48/
		);
	});

	test('the database refuses us', async () => {
		const url = new URL(inject('testDatabase').url);
		url.pathname = '/nobody_made_this';
		expectSentence(
			await run(SERVE, { DATABASE_URL: url.href, GONGJIAN_SECRET: SECRET }),
			/The database nobody_made_this at 127\.0\.0\.1:\d+ cannot be reached \(.*does not exist\)\. Check DATABASE_URL/
		);
	});

	test('nothing listens where the database should be', async () => {
		const env = { DATABASE_URL: 'postgres://gongjian:x@127.0.0.1:1/gongjian', GONGJIAN_SECRET: SECRET };
		expectSentence(await run(SERVE, env), /The database gongjian at 127\.0\.0\.1:1 cannot be reached \(.*ECONNREFUSED/);
	});

	test('DATABASE_URL is no connection string', async () => {
		expectSentence(
			await run(SERVE, { DATABASE_URL: 'localhost', GONGJIAN_SECRET: SECRET }),
			/DATABASE_URL is not a connection string.*postgres:/
		);
	});

	test('the disk cannot be written to', async () => {
		const closed = mkdtempSync(join(tmpdir(), 'gongjian-closed-'));
		onTestFinished(() => rmSync(closed, { recursive: true, force: true }));
		mkdirSync(join(closed, 'data'));
		chmodSync(closed, 0o755);
		chmodSync(join(closed, 'data'), 0o555);
		const account = process.getuid?.() === 0 ? { uid: 65534 } : {};
		expectSentence(await run(SERVE, { DATA_DIR: join(closed, 'data') }, account), /Cannot write to .*closed-.*data/);
	});
});
