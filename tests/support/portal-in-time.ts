import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { openDatabase } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.ts';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';
import { startPortal } from './portal.ts';

export type PortalInTime = Awaited<ReturnType<typeof startPortalInTime>>;

/** A portal with a fresh demo of its own, whose time can be moved on. */
export async function startPortalInTime(dataDir: string) {
	rmSync(dataDir, { recursive: true, force: true });
	const port = await freePort();
	let portal = await startPortal({ dataDir, port });
	const server = await startEmbeddedPostgres({ dataDir: resolve(dataDir) });
	const database = openDatabase(server.url, { max: 2 });
	return {
		url: portal.url,
		sql: database.sql,
		/** kill -9 of the server in the middle of whatever it does. */
		kill: () => portal.kill(),
		/** Starts it again, at the same address. */
		async startAgain() {
			portal = await startPortal({ dataDir, port });
		},
		/** What the portal's clock says, in milliseconds since 1970. */
		async now(): Promise<number> {
			const [row] = await database.sql<{ now: Date }[]>`select app_now() as now`;
			return new Date(row!.now).getTime();
		},
		/** The portal's clocks go on from a later moment. */
		async letPass(ms: number): Promise<void> {
			await database.sql`
				insert into app_clock (one, offset_ms) values (true, ${ms})
				on conflict (one) do update set offset_ms = app_clock.offset_ms + excluded.offset_ms`;
		},
		async stop() {
			await database.close();
			await server.stop();
			await portal.stop();
		}
	};
}
