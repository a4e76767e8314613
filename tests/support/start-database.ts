import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { schemaDigest } from '#lib/server/db/schema-digest.ts';

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
	const template = `gongjian_template_${schemaDigest()}`;
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
