import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import type { Home } from '#lib/server/db/embedded-postgres/home.ts';
import { SUPERUSER } from '#lib/server/db/embedded-postgres/init-cluster.ts';

/** Any number that nothing else locks in the maintenance database. */
const LEASE = 7_114_001;
const DATABASE = 'gongjian';

/**
 * A session that holds a shared lock as long as its process uses the server. Several processes may share one embedded
 * server (`npm start` and `npm run tally`); whoever gives the last lease back is the one to stop it.
 */
export type Lease = {
	/** where the product's database is */
	url: string;
	/** resolves to true if no other process uses the server */
	giveBack(): Promise<boolean>;
};

/** Connects and takes a lease, or throws; `onLost` is called once if the session ends before it was given back. */
export async function takeLease(home: Home, port: number, onLost: () => void): Promise<Lease> {
	let held = false;
	const password = readFileSync(home.passwordFile, 'utf8');
	const address = { host: '127.0.0.1', port, username: SUPERUSER, password };
	const sql = postgres({
		...address,
		database: 'postgres',
		max: 1,
		max_lifetime: null,
		connect_timeout: 5,
		onnotice: () => {},
		connection: { application_name: 'gongjian launcher' },
		onclose: () => {
			if (!held) return;
			held = false;
			void sql.end({ timeout: 0 }).then(onLost);
		}
	});
	try {
		await sql`select pg_advisory_lock_shared(${LEASE})`;
		await ensureDatabase(sql);
		held = true;
	} catch (error) {
		await sql.end({ timeout: 0 });
		throw error;
	}
	return {
		url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`,
		async giveBack() {
			if (!held) return false;
			held = false;
			try {
				const [row] = await sql<{ last: boolean }[]>`
					select pg_advisory_unlock_shared(${LEASE}), pg_try_advisory_lock(${LEASE}) as last`;
				return row?.last ?? false;
			} catch (error) {
				// A server that has died in this instant holds no lease and needs no stopping.
				if (isConnectionLoss(error)) return false;
				throw error;
			} finally {
				await sql.end({ timeout: 5 });
			}
		}
	};
}

const isConnectionLoss = (error: unknown): boolean =>
	['ECONNRESET', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'ECONNREFUSED', 'EPIPE'].includes(
		(error as NodeJS.ErrnoException).code ?? ''
	);

async function ensureDatabase(sql: postgres.Sql): Promise<void> {
	const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
	if (found.length > 0) return;
	await sql`create database ${sql(DATABASE)}`.catch((error: postgres.PostgresError) => {
		if (error.code !== '42P04' && error.code !== '23505') throw error; // another process created it this instant
	});
}
