import { getTableColumns, getTableName, sql, type InferInsertModel } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';

const CHUNK = 5_000;

/** As PostgreSQL reads it out of JSON: bytes in hex, whole numbers of any size as text. */
function written(value: unknown): unknown {
	if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
	return typeof value === 'bigint' ? value.toString() : value;
}

/**
 * Writes many rows with one parameter a chunk instead of one a field. Columns that no row names keep their default; a
 * row that leaves out what another names gets null there.
 */
export async function insertRows<T extends PgTable>(db: Db, table: T, rows: readonly InferInsertModel<T>[]) {
	const records = rows as readonly Record<string, unknown>[];
	const used = new Set(records.flatMap((row) => Object.keys(row).filter((key) => row[key] !== undefined)));
	const keys = Object.keys(getTableColumns(table)).filter((key) => used.has(key));
	const columns = sql.join(
		keys.map((key) => sql.identifier(toSnakeCase(key))),
		sql`, `
	);
	const type = sql.identifier(getTableName(table));
	for (let start = 0; start < records.length; start += CHUNK) {
		const json = JSON.stringify(
			records
				.slice(start, start + CHUNK)
				.map((row) => Object.fromEntries(keys.map((key) => [toSnakeCase(key), written(row[key])])))
		);
		await db
			.execute(
				sql`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${type}, ${json}::text::json)`
			)
			.catch((error: Error) => {
				// the driver's own message would print every row
				const { message, detail = '' } = (error.cause ?? error) as { message: string; detail?: string };
				throw new Error(`Rows of ${getTableName(table)} were refused: ${message} ${detail}`);
			});
	}
}
