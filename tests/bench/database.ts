import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';

/** A migrated database of our own PostgreSQL, with fsync, for as long as `work` takes. */
export async function onDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
	const server = await startEmbeddedPostgres({ dataDir: '.test/bench' });
	const name = `bench_${randomBytes(4).toString('hex')}`;
	const admin = postgres(server.url, { max: 1, onnotice: () => {} });
	await admin`create database ${admin(name)}`;
	const url = new URL(server.url);
	url.pathname = `/${name}`;
	try {
		await migrate(url.href);
		const database = openDatabase(url.href, { max: 16 });
		const result = await work(database);
		await database.close();
		return result;
	} finally {
		await admin`drop database ${admin(name)} with (force)`;
		await admin.end();
		await server.stop();
	}
}
