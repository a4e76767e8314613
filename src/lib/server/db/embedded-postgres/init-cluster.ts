import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk, StartFailure } from '#lib/server/db/embedded-postgres/failure.ts';
import type { Home } from '#lib/server/db/embedded-postgres/home.ts';
import { isAlive } from '#lib/server/db/embedded-postgres/processes.ts';
import { spawnOptions } from '#lib/server/db/embedded-postgres/runner.ts';

export const SUPERUSER = 'gongjian';

/**
 * Makes the cluster if there is none. It is built beside its place and moved there when whole, so that a start killed
 * in the middle leaves only a `partial-` directory, which the next start sweeps away.
 */
export async function initCluster(home: Home, native: string): Promise<void> {
	sweepPartial(home);
	if (existsSync(home.cluster)) return;
	await buildCluster(home, native);
	sweepPartial(home);
}

async function buildCluster(home: Home, native: string): Promise<void> {
	const partial = join(home.directory, `partial-${process.pid}-${randomBytes(4).toString('hex')}`);
	const passwordFile = join(partial, 'password');
	onDisk(home.directory, () => {
		mkdirSync(partial, { mode: 0o700 });
		writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
		if (home.runner === 'self') return;
		for (const path of [partial, passwordFile]) chownSync(path, home.runner.uid, home.runner.gid);
	});
	try {
		await runInitdb(home, native, join(partial, 'data'), passwordFile);
		renameSync(partial, home.cluster);
	} catch (error) {
		// another first start of the same database was faster: its cluster serves
		if (!existsSync(home.cluster)) throw error;
	} finally {
		rmSync(partial, { recursive: true, force: true, maxRetries: 5 });
	}
}

function sweepPartial({ directory }: Home): void {
	for (const name of readdirSync(directory)) {
		const [, owner] = /^partial-(\d+)-/.exec(name) ?? [];
		if (!owner || isAlive(Number(owner))) continue;
		try {
			rmSync(join(directory, name), { recursive: true, force: true });
		} catch {
			// an initdb whose parent was killed is still writing there: it fails for want of its files, the next sweep succeeds
		}
	}
}

/** ICU's zh-CN sorts by pinyin, and pg_trgm finds no Chinese trigrams under the C locale. */
async function runInitdb(home: Home, native: string, data: string, passwordFile: string): Promise<void> {
	const { code, output } = await collect(
		join(native, 'bin', 'initdb'),
		[
			...['--pgdata', data, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
			...['--encoding', 'UTF8', '--locale-provider', 'icu', '--icu-locale', 'zh-CN', '--locale', 'C.UTF-8'],
			'--data-checksums'
		],
		home
	);
	if (code === 0) return;
	if (/No space left/.test(output)) throw new StartFailure(`The disk that holds ${home.directory} is full.`);
	if (/could not look up effective user ID/.test(output)) {
		throw new StartFailure(
			`PostgreSQL runs only for a user who has a name on this machine, and number ${process.getuid?.()} has none. ` +
				'Start as a named user, or set DATABASE_URL to use another PostgreSQL (15 or newer).'
		);
	}
	throw new StartFailure(`The database could not be created in ${home.directory}:\n${output.trim()}`);
}

function collect(program: string, args: string[], home: Home): Promise<{ code: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { ...spawnOptions(home.runner), stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, output }));
	});
}
