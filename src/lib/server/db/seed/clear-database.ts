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
	await db.execute(sql`truncate ${sql.join(names, sql`, `)}`);
}
