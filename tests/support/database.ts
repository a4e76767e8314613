import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Actor } from '#lib/domain/shared/actor.ts';
import { openDatabase, type Database } from '#lib/server/db/client.ts';
import type { Context } from '#lib/server/platform/context.ts';

export type TestDatabase = Database & {
	/** what use-cases and queries take */
	as(actor: Actor): Context;
	/** moves app_now() to `instant`; it goes on from there */
	travelTo(instant: Date | string): Promise<void>;
};

/**
 * A migrated, empty database for this test file (or for each of its tests), dropped afterwards. Call it at the top of
 * the file; its members can be read inside hooks and tests.
 */
export function useDatabase({ fresh = 'file' }: { fresh?: 'file' | 'test' } = {}): TestDatabase {
	let open: Database | null = null;
	const current = (): Database => {
		if (!open) throw new Error('The test database can be used inside hooks and tests only.');
		return open;
	};
	const [before, after] = fresh === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];
	before(async () => {
		open = openDatabase(await createDatabase());
	});
	after(async () => {
		const { url, close } = current();
		open = null;
		await close();
		await dropDatabase(url);
	});
	return {
		get db() {
			return current().db;
		},
		get sql() {
			return current().sql;
		},
		get url() {
			return current().url;
		},
		close: () => current().close(),
		as: (actor) => ({ database: current(), actor }),
		travelTo: async (instant) => {
			const offset = new Date(instant).getTime() - Date.now();
			await current().sql`
				insert into app_clock (one, offset_ms) values (true, ${offset})
				on conflict (one) do update set offset_ms = excluded.offset_ms`;
		}
	};
}

async function createDatabase(): Promise<string> {
	const { url, template } = inject('testDatabase');
	const name = `gongjian_test_${randomBytes(6).toString('hex')}`;
	await onServer((sql) => sql`create database ${sql(name)} template ${sql(template)}`);
	const address = new URL(url);
	address.pathname = `/${name}`;
	return address.href;
}

async function dropDatabase(url: string): Promise<void> {
	const name = new URL(url).pathname.slice(1);
	await onServer((sql) => sql`drop database if exists ${sql(name)} with (force)`);
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
	const sql = postgres(inject('testDatabase').url, { max: 1, onnotice: () => {} });
	try {
		await work(sql);
	} finally {
		await sql.end();
	}
}
