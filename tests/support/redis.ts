/** A Redis of the tests' own: found, or Debian's put there by apt, and to be killed and started again at will. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';

export interface TestRedis {
	url: string;
	start(): Promise<void>;
	/** kill -9 */
	kill(): Promise<void>;
}

type Program = { file: string; name: string };

const runs = (file: string, name = file) => spawnSync(file, ['--version'], { argv0: name }).status === 0;

function find(): Program | null {
	const file = ['redis-server', 'valkey-server'].find((program) => runs(program));
	if (file) return { file, name: file };
	// Debian's redis-tools holds the same program under another name, and no service that starts by itself
	return runs('redis-check-rdb', 'redis-server') ? { file: 'redis-check-rdb', name: 'redis-server' } : null;
}

function install(): void {
	if (process.getuid?.() !== 0) return;
	for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'redis-tools']]) {
		spawnSync('apt-get', ['-qq', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
	}
}

function findOrInstall(): Program | null {
	const found = find();
	if (found) return found;
	install();
	return find();
}

/** What can be run here as Redis; null where none is found and none can be installed. */
export const redisProgram = findOrInstall();

/** Said with the tests that are left out. */
export const NO_REDIS = 'no redis-server or valkey-server here, and none could be installed by apt';

export async function startRedis(program: Program): Promise<TestRedis> {
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	let running: ChildProcess;
	const start = async () => {
		running = spawn(program.file, args, { argv0: program.name, stdio: 'ignore', cwd: '/' });
		while (!(await listens(port))) await pause(20);
	};
	await start();
	return {
		url: `redis://127.0.0.1:${port}`,
		start,
		kill: async () => {
			running.kill('SIGKILL');
			await once(running, 'exit');
		}
	};
}

async function listens(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
