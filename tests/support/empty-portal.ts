import { rmSync } from 'node:fs';
import { openDatabase } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { ensureFirstAdministratorLink } from '#lib/server/identity/index.ts';
import { servePortal } from './serve-portal.ts';

const DATA_DIR = '.test/empty-portal';

/** A portal as it is after its very first start without a demo: migrated, empty, and the address its first link leads to. */
export async function emptyPortal(): Promise<{ origin: string; firstLink: string; stop(): Promise<void> }> {
	rmSync(DATA_DIR, { recursive: true, force: true });
	process.env.GONGJIAN_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests';
	const server = await startEmbeddedPostgres({ dataDir: DATA_DIR, settings: { fsync: 'off' } });
	await migrate(server.url);
	const portal = await servePortal(server.url, { GONGJIAN_SECRET: process.env.GONGJIAN_SECRET });
	const database = openDatabase(server.url, { max: 1 });
	const path = await ensureFirstAdministratorLink(database);
	await database.close();
	return {
		origin: portal.origin,
		firstLink: portal.origin + path,
		stop: async () => {
			await portal.stop();
			await server.stop();
		}
	};
}
