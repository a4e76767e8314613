import { drizzle } from 'drizzle-orm/postgres-js';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

export type Schema = typeof schema;
/** A pool or a transaction: whatever runs queries. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Schema>;

export interface Database {
	db: Db;
	/** The driver itself, for COPY, LISTEN and hot statements. */
	sql: postgres.Sql;
	url: string;
	close(): Promise<void>;
}

/**
 * Seconds until a lost connection is opened again. The driver's own wait grows with every connection that was lost, to
 * 20 s: a restart of PostgreSQL, which takes them all at once, would keep the portal away from it long after.
 */
const backoff = (): number => 0.2 + Math.random() * 0.3;

/** Opens a pool of at most `max` connections. Nothing is sent before the first query. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): Database {
	const sql = postgres(url, { max, backoff, onnotice: () => {}, connection: { application_name: 'gongjian' } });
	const db = drizzle(sql, { schema, casing: 'snake_case' });
	return { db, sql, url, close: () => sql.end({ timeout: 5 }) };
}
