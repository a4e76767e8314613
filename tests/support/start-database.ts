import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** the server, by its maintenance database, and the migrated database to copy */
		testDatabase: { url: string; template: string };
	}
}

/** Once a run: a server (TEST_DATABASE_URL, else our own below .test/) and a migrated template that test files copy. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given
		? { url: given, stop: async () => {} }
		: await startEmbeddedPostgres({ dataDir: '.test', settings: { fsync: 'off' } });
	const template = await prepareTemplate(server.url);
	project.provide('testDatabase', { url: server.url, template });
	return server.stop;
}

/** The template is named by what it was made from, so that the next run with the same migrations finds it ready. */
async function prepareTemplate(url: string): Promise<string> {
	const template = `gongjian_template_${digest('drizzle')}`;
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await sql`select pg_advisory_lock(8154002)`;
		const found = await sql`select from pg_database where datname = ${template}`;
		if (found.length > 0) return template;
		const unfinished = `${template}_unfinished`;
		await sql`drop database if exists ${sql(unfinished)} with (force)`;
		await sql`create database ${sql(unfinished)}`;
		const address = new URL(url);
		address.pathname = `/${unfinished}`;
		await migrate(address.href);
		await sql`alter database ${sql(unfinished)} rename to ${sql(template)}`;
		return template;
	} finally {
		await sql.end();
	}
}

function digest(folder: string): string {
	if (!existsSync(join(folder, 'meta')))
		throw new Error('There are no migrations in drizzle/: run npm run db:generate.');
	const hash = createHash('sha256');
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join(folder, name)));
	}
	return hash.digest('hex').slice(0, 16);
}
