/** `npm run seed`: fills an empty database with the demo community; `-- --reset` empties a demo first and rebuilds it. */
import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/server/db/client.ts';
import { StartFailure } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { seedDemo } from '#lib/server/db/seed/index.ts';
import { readNow } from '#lib/server/platform/act.ts';
import { isDemo } from '#lib/server/platform/demo.ts';
import { openInstallation, type Installation } from '#lib/server/platform/installation.ts';

const { reset, force } = parseArgs({
	options: { reset: { type: 'boolean', default: false }, force: { type: 'boolean', default: false } }
}).values;

let installation: Installation | null = null;
try {
	installation = await openInstallation();
	await seed(installation);
} catch (error) {
	if (!(error instanceof StartFailure)) throw error;
	console.error(error.message);
	process.exitCode = 1;
} finally {
	await installation?.close();
}

async function seed({ url, demo }: Installation): Promise<void> {
	await migrate(url);
	const database = openDatabase(url, { max: 2 });
	try {
		const [row] = await database.sql<{ filled: boolean }[]>`select exists (select from area) as filled`;
		const allowed = row!.filled ? await isDemo(database) : demo;
		if (!allowed && !force) throw new StartFailure(row!.filled ? REAL : NOT_ASKED);
		const done = await seedDemo({ database, now: await readNow(database.db), reset, log: console.log });
		console.log(done ? 'The demo stands. `npm run -s accounts` lists who can sign in.' : LEFT);
	} finally {
		await database.close();
	}
}

const REAL =
	'This database holds a community that is no demo. Seeding would mix invented people with real ones, and --reset ' +
	'would delete everything; if that is what you want, add --reset --force.';
const NOT_ASKED =
	'DATABASE_URL points at a database of your own. Set DEMO=1 to fill it with the demo community: it will be marked as a demo for good.';
const LEFT = 'The demo is there already. `npm run seed -- --reset` rebuilds it as of today.';
