import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { StartFailure } from '#lib/server/db/embedded-postgres.ts';
import { isMigrated } from '#lib/server/db/schema-digest.ts';
import { isDemo } from '#lib/server/platform/demo.ts';
import { openInstallation, type Installation } from '#lib/server/platform/installation.ts';
import { toldThat } from './beside-build.ts';
import { step } from './steps.mjs';

const OLDEST_POSTGRES = 150_000;
/** Milliseconds that a database which is just starting gets. */
const REACH_WITHIN = 15_000;

/**
 * Database found or started, reachable, up to date, and filled where it is to be a demo, and the portal built. What only a first start needs is
 * loaded by that start alone. Whoever calls it closes the installation. Throws `ending`'s reason where that comes first.
 */
export async function prepareInstallation(ending: AbortSignal): Promise<Installation> {
	const installation = await step(process.env.DATABASE_URL ? 'Finding the database' : 'Starting PostgreSQL', () =>
		openInstallation({ log: console.log })
	);
	const { url, demo } = installation;
	const sql = postgres(url, { max: 1, connect_timeout: 5, backoff: () => 0.5, onnotice: () => {} });
	try {
		await demandDatabase(sql, url, ending);
		if (!(await isMigrated(sql))) {
			const { migrate } = await import('#lib/server/db/migrate.ts');
			await step('Bringing the database up to date', () => migrate(url));
		}
		if (demo && !(await isDemo({ sql }))) {
			// the history of the demo is told in the words of the interface
			await toldThat('messages', ending);
			await fillDemo(url);
		}
		await toldThat('built', ending);
		return installation;
	} catch (error) {
		await installation.close();
		throw error;
	} finally {
		await sql.end({ timeout: 1 });
	}
}

async function fillDemo(url: string): Promise<void> {
	const [{ openDatabase }, { seedDemo }, { readNow }] = await Promise.all([
		import('#lib/server/db/client.ts'),
		import('#lib/server/db/seed/index.ts'),
		import('#lib/server/platform/act.ts')
	]);
	const database = openDatabase(url, { max: 2 });
	try {
		const now = await readNow(database.db);
		await step('Filling the demo community', (report: (line: string) => void) =>
			seedDemo({ database, now, log: report })
		);
	} finally {
		await database.close();
	}
}

async function demandDatabase(sql: postgres.Sql, url: string, ending: AbortSignal): Promise<void> {
	const until = Date.now() + REACH_WITHIN;
	let reason = await whyUnreachable(sql);
	while (reason && mayPass(reason) && Date.now() < until) {
		ending.throwIfAborted();
		await pause(500);
		reason = await whyUnreachable(sql);
	}
	if (!reason) return;
	const { host, pathname } = new URL(url);
	throw new StartFailure(
		`The database ${pathname.slice(1)} at ${host} cannot be reached (${reason.message}). Check DATABASE_URL and that PostgreSQL runs there.`
	);
}

async function whyUnreachable(sql: postgres.Sql): Promise<(Error & { code?: string }) | null> {
	let version: number;
	try {
		const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
		version = row!.version;
	} catch (error) {
		return error as Error;
	}
	if (version >= OLDEST_POSTGRES) return null;
	throw new StartFailure('The database at DATABASE_URL is older than PostgreSQL 15: upgrade it, then start again.');
}

/** A refused connection or a server in its start-up may pass; a wrong password or a missing database will not. */
const mayPass = ({ code = '' }: { code?: string }): boolean => !/^(28|3D)/.test(code);
