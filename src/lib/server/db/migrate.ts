import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { noteMigrated } from './schema-digest.ts';

/** Any two processes that migrate at once: the second waits for the first. */
const LOCK = 8_154_001;

function sqlFiles(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.sql'))
		.sort()
		.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/**
 * Brings the database up to the code: functions the tables need, the generated migrations, then the rules that drizzle
 * cannot say (triggers, deferred constraints, row-level security). Functions and rules are idempotent and run each time.
 */
export async function migrate(url: string, folder = 'drizzle'): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await sql`select pg_advisory_lock(${LOCK})`;
		for (const text of sqlFiles(join(folder, 'functions'))) await sql.unsafe(text);
		await runMigrations(drizzle(sql), { migrationsFolder: folder });
		for (const text of sqlFiles(join(folder, 'rules'))) await sql.unsafe(text);
		await noteMigrated(sql, folder);
		await sql`select pg_advisory_unlock(${LOCK})`;
	} finally {
		await sql.end({ timeout: 5 });
	}
}
