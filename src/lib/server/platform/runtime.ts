import { openDatabase, type Database } from '../db/client.ts';

let database: Database | undefined;

/** The process's one database pool, at DATABASE_URL. Opened at first use. */
export function theDatabase(): Database {
	const url = process.env.DATABASE_URL;
	if (!url) throw new Error('DATABASE_URL is not set: start the portal with `npm start`.');
	database ??= openDatabase(url, { max: Number(process.env.DATABASE_POOL ?? 10) });
	return database;
}
