/** What `npm start` hands over to once packages and build stand: database, migration, demo, then the server until the end. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { StartFailure } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openInstallation, type Installation } from '#lib/server/platform/installation.ts';
import { step } from './setup/steps.mjs';

const OLDEST_POSTGRES = 150_000;
const REACH_WITHIN = 15_000;

let server: ChildProcess | null = null;
let ending = false;

function end(): void {
	ending = true;
	server?.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('disconnect', end);

let installation: Installation | null = null;
try {
	installation = await step(process.env.DATABASE_URL ? 'Finding the database' : 'Starting PostgreSQL', () =>
		openInstallation({ log: console.log })
	);
	await demandDatabase(installation.url);
	await step('Bringing the database up to date', () => migrate(installation!.url));
	process.exitCode = ending ? 130 : await serve();
} catch (error) {
	if (!(error instanceof StartFailure)) throw error;
	console.error(`\n${error.message}`);
	process.exitCode = 1;
} finally {
	await installation?.close();
	process.channel?.unref();
}

/** Runs the server as a process of its own until it ends; what seeding took of memory is given back here. */
async function serve(): Promise<number> {
	server = fork('src/server.ts', { stdio: 'inherit' });
	server.on('message', (message) => {
		if (message === 'listening') console.log(`\nGongjian is open at ${address()}   (Ctrl-C ends it)`);
	});
	const [code, signal] = await once(server, 'exit');
	if (signal && !ending) console.error(`The server was ended by ${signal}.`);
	return code ?? 1;
}

function address(): string {
	const { ORIGIN, HOST = '', PORT = '3000' } = process.env;
	const everywhere = ['', '0.0.0.0', '::'].includes(HOST);
	return ORIGIN ?? `http://${everywhere ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}

/** A database that is just starting gets some seconds. */
async function demandDatabase(url: string): Promise<void> {
	let reason = '';
	for (const until = Date.now() + REACH_WITHIN; Date.now() < until && !ending; await pause(500)) {
		const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
		try {
			const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
			if (row!.version >= OLDEST_POSTGRES) return;
			throw new StartFailure('The database at DATABASE_URL is older than PostgreSQL 15: upgrade it, then start again.');
		} catch (error) {
			if (error instanceof StartFailure) throw error;
			reason = error instanceof Error ? error.message : String(error);
		} finally {
			await sql.end({ timeout: 1 });
		}
	}
	const { host, pathname } = new URL(url);
	throw new StartFailure(
		`The database ${pathname.slice(1)} at ${host} cannot be reached: ${reason}. Check DATABASE_URL and that PostgreSQL runs there.`
	);
}
