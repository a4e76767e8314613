import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from '#lib/server/db/embedded-postgres/binaries.ts';
import { StartFailure } from '#lib/server/db/embedded-postgres/failure.ts';
import { openHome, type Home } from '#lib/server/db/embedded-postgres/home.ts';
import { initCluster } from '#lib/server/db/embedded-postgres/init-cluster.ts';
import { takeLease, type Lease } from '#lib/server/db/embedded-postgres/lease.ts';
import {
	findPostmaster,
	freePort,
	spawnPostmaster,
	stopPostmaster
} from '#lib/server/db/embedded-postgres/postmaster.ts';

export { StartFailure } from '#lib/server/db/embedded-postgres/failure.ts';

export type EmbeddedPostgres = {
	/** connection string of the product's database; stays the same as long as it is not stopped */
	url: string;
	/** stops the server, unless another process still uses it */
	stop(): Promise<void>;
};

type Options = {
	/** kept across starts; the database lives in its folder `postgres` */
	dataDir: string;
	log?: (sentence: string) => void;
	/** server settings by name, for tests (`{fsync: 'off'}`) */
	settings?: Record<string, string>;
};

const DEFAULTS = { max_connections: '200', shared_buffers: '256MB', max_wal_size: '2GB', timezone: 'UTC' };

/**
 * Starts the PostgreSQL that comes with the npm package, or adopts the one that a killed process left running.
 * A server that dies is started again on the same port. Fails with StartFailure where a person can mend the reason.
 */
export async function startEmbeddedPostgres({
	dataDir,
	log = () => {},
	settings = {}
}: Options): Promise<EmbeddedPostgres> {
	const home = openHome(dataDir);
	const native = findBinaries(home);
	await initCluster(home, native);

	const all = { ...DEFAULTS, ...settings };
	let stopping = false;
	let port: number | null = null;
	let reviving: Promise<void> | null = null;
	let lease = await raise();

	async function raise(): Promise<Lease> {
		// long enough to recover from a crash; a server that ends at once again and again is given up sooner
		let ended = 0;
		for (const until = Date.now() + 120_000; ended < 40 && Date.now() < until; await pause(250)) {
			const server = findPostmaster(home) ?? (await spawnPostmaster(home, native, port ?? (await freePort()), all));
			if (!server) ended++;
			if (!server?.ready) continue;
			const taken = await takeLease(home, server.port, revive).catch(() => null);
			if (!taken) continue;
			port = server.port;
			return taken;
		}
		throw new StartFailure(`PostgreSQL did not start in ${home.directory}:\n${lastWords(home)}`);
	}

	function revive(): void {
		if (stopping) return;
		log('The database server has ended unexpectedly; starting it again.');
		reviving = raise().then(
			(taken) => void (lease = taken),
			(error) => log(error instanceof Error ? error.message : String(error))
		);
	}

	return {
		url: lease.url,
		async stop() {
			stopping = true;
			await reviving;
			const server = findPostmaster(home);
			if ((await lease.giveBack()) && server) await stopPostmaster(server.pid);
		}
	};
}

const lastWords = (home: Home): string => readFileSync(home.serverLog, 'utf8').trim().split('\n').slice(-6).join('\n');
