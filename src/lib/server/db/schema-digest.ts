import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type postgres from 'postgres';

const KEY = 'schema-digest';

/** What the SQL files of `folder` say, in one word. */
export function schemaDigest(folder = 'drizzle'): string {
	if (!existsSync(join(folder, 'meta')))
		throw new Error(`There are no migrations in ${folder}: run npm run db:generate.`);
	const hash = createHash('sha256');
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		if (name.endsWith('.sql'))
			hash
				.update(name)
				.update('\0')
				.update(readFileSync(join(folder, name)))
				.update('\0');
	}
	return hash.digest('hex').slice(0, 32);
}

/** Was this database last migrated by the very same SQL files? Spares a start the load of the migrator. */
export async function isMigrated(sql: postgres.Sql, folder = 'drizzle'): Promise<boolean> {
	const [table] = await sql`select to_regclass('public.setting') as oid`;
	if (!table?.oid) return false;
	const [row] = await sql<{ value: string }[]>`select value #>> '{}' as value from setting where key = ${KEY}`;
	return row?.value === schemaDigest(folder);
}

export async function noteMigrated(sql: postgres.Sql, folder = 'drizzle'): Promise<void> {
	await sql`
		insert into setting (key, value) values (${KEY}, to_jsonb(${schemaDigest(folder)}::text))
		on conflict (key) do update set value = excluded.value`;
}
