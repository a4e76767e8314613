import { rmSync } from 'node:fs';
import { openDatabase } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { ensureFirstAdministratorLink } from '#lib/server/identity/index.ts';
import { servePortal } from './serve-portal.ts';

export interface EmptyPortal {
	origin: string;
	/** Where the first administrator is made. */
	firstLink: string;
	databaseUrl: string;
	stop(): Promise<void>;
}

/** A portal of a test's own as it is after its very first start without a demo: migrated and empty. */
export async function emptyPortal(name: string): Promise<EmptyPortal> {
	const dataDir = `.test/${name}`;
	rmSync(dataDir, { recursive: true, force: true });
	process.env.GONGJIAN_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests';
	const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });
	await migrate(server.url);
	const portal = await servePortal(server.url, { GONGJIAN_SECRET: process.env.GONGJIAN_SECRET });
	const database = openDatabase(server.url, { max: 1 });
	const path = await ensureFirstAdministratorLink(database);
	await database.close();
	return {
		origin: portal.origin,
		firstLink: portal.origin + path,
		databaseUrl: server.url,
		stop: async () => {
			await portal.stop();
			await server.stop();
		}
	};
}
