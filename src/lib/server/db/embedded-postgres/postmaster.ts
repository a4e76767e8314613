import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chownSync, closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onDisk } from '#lib/server/db/embedded-postgres/failure.ts';
import type { Home } from '#lib/server/db/embedded-postgres/home.ts';
import { hasArgument, hasEnded, isAlive } from '#lib/server/db/embedded-postgres/processes.ts';
import { spawnOptions } from '#lib/server/db/embedded-postgres/runner.ts';

export type Postmaster = { pid: number; port: number; ready: boolean };

/** The server that runs on this cluster now, as postmaster.pid tells (PostgreSQL's miscadmin.h: pid, data, start, port, …, status). */
export function findPostmaster(home: Home): Postmaster | null {
	const file = join(home.data, 'postmaster.pid');
	let lines: string[];
	try {
		lines = readFileSync(file, 'utf8').split('\n');
	} catch {
		return null;
	}
	const pid = Number(lines[0]);
	const data = lines[1] ?? '';
	if (!pid || !isAlive(pid)) return null;
	if (data && !(isSamePath(data, home.data) && hasArgument(pid, data))) {
		// the directory was copied with its lock file, or the number went to another process (a restarted container):
		// PostgreSQL itself would refuse to start as long as that process lives
		rmSync(file);
		return null;
	}
	return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

const isSamePath = (a: string, b: string): boolean => a === b || (existsSync(a) && realpathSync(a) === realpathSync(b));

/**
 * Spawns a server on loopback TCP only. It has its own process group, so that Ctrl-C reaches us first and requests in
 * flight are finished before the database goes. Resolves when it accepts connections, to null when it ended instead.
 */
export async function spawnPostmaster(
	home: Home,
	native: string,
	port: number,
	settings: Record<string, string>
): Promise<Postmaster | null> {
	const log = onDisk(home.directory, () => openSync(home.serverLog, isLong(home.serverLog) ? 'w' : 'a', 0o600));
	if (home.runner !== 'self') chownSync(home.serverLog, home.runner.uid, home.runner.gid);
	const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), ...settings };
	const args = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const child = spawn(join(native, 'bin', 'postgres'), ['-D', home.data, ...args], {
		...spawnOptions(home.runner),
		detached: true,
		stdio: ['ignore', log, log]
	});
	closeSync(log);
	child.unref();
	let ended = false;
	child.on('exit', () => (ended = true));
	child.on('error', () => (ended = true));
	while (!ended) {
		const found = findPostmaster(home);
		if (found?.pid === child.pid && found?.ready) return found;
		await pause(20);
	}
	return null;
}

const isLong = (file: string): boolean => existsSync(file) && statSync(file).size > 5_000_000;

/** Ends the server as `pg_ctl stop -m fast` does; after 20 s as `-m immediate` does (the next start recovers from the log). */
export async function stopPostmaster(pid: number): Promise<void> {
	signal(pid, 'SIGINT');
	if (await hasEnded(pid, 20_000)) return;
	signal(pid, 'SIGQUIT');
	await hasEnded(pid, 10_000);
}

function signal(pid: number, name: NodeJS.Signals): void {
	if (isAlive(pid)) process.kill(pid, name);
}

/**
 * A port nobody listens on, below those that the system gives to outgoing connections: a server that ends and comes back
 * finds its port again, whoever connects to it meanwhile.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(15_000, 32_000);
		if (await canListen(port)) return port;
	}
}

function canListen(port: number): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}
