import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../client.ts';
import * as schema from '../schema/index.ts';

/** Not what was entered: what the migration brings with it, facts about the installation, the clock that tests move. */
const STAYS: readonly PgTable[] = [schema.caseCategory, schema.catalogueItem, schema.setting, schema.appClock];

/** Removes every row that was entered, the immutable ones too: only a demo is ever emptied. */
export async function clearDatabase(db: Db): Promise<void> {
	const tables = Object.values(schema as Record<string, unknown>).filter(
		(value): value is PgTable => is(value, PgTable) && !STAYS.includes(value)
	);
	const names = tables.map((table) => sql.identifier(getTableName(table)));
	await dropInherited(db);
	await db.execute(sql`truncate ${sql.join(names, sql`, `)}`);
}

/** Tables that came into being with a row (each secret vote has some of its own) go with it. */
async function dropInherited(db: Db): Promise<void> {
	const rows = await db.execute<{ name: string }>(sql`
		select inhrelid::regclass::text as name from pg_inherits
		where inhparent::regclass in (select oid from pg_class where relnamespace = 'public'::regnamespace)`);
	for (const { name } of rows) await db.execute(sql`drop table ${sql.raw(name)}`);
}
