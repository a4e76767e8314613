import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { StartFailure } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { openInstallation, type Installation } from '#lib/server/platform/installation.ts';
import { step } from './steps.mjs';

const OLDEST_POSTGRES = 150_000;
/** Milliseconds that a database which is just starting gets. */
const REACH_WITHIN = 15_000;

/** Database found or started, reachable, up to date. Whoever calls it closes the installation. */
export async function prepareInstallation(): Promise<Installation> {
	const installation = await step(process.env.DATABASE_URL ? 'Finding the database' : 'Starting PostgreSQL', () =>
		openInstallation({ log: console.log })
	);
	try {
		await demandDatabase(installation.url);
		await step('Bringing the database up to date', () => migrate(installation.url));
		return installation;
	} catch (error) {
		await installation.close();
		throw error;
	}
}

async function demandDatabase(url: string): Promise<void> {
	let reason = '';
	for (const until = Date.now() + REACH_WITHIN; Date.now() < until; await pause(500)) {
		try {
			if ((await askVersion(url)) >= OLDEST_POSTGRES) return;
			throw new StartFailure('The database at DATABASE_URL is older than PostgreSQL 15: upgrade it, then start again.');
		} catch (error) {
			if (error instanceof StartFailure) throw error;
			reason = error instanceof Error ? error.message : String(error);
			if (!isPassing(error)) break;
		}
	}
	const { host, pathname } = new URL(url);
	throw new StartFailure(
		`The database ${pathname.slice(1)} at ${host} cannot be reached (${reason}). Check DATABASE_URL and that PostgreSQL runs there.`
	);
}

async function askVersion(url: string): Promise<number> {
	const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
	try {
		const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
		return row!.version;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

/** A refused connection or a server in its start-up may pass; a wrong password or a missing database will not. */
function isPassing(error: unknown): boolean {
	const { code = '' } = error as { code?: string };
	return !/^(28|3D)/.test(code);
}
