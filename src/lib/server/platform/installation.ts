import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { onDisk, StartFailure } from '../db/embedded-postgres/failure.ts';

/** The installation that a command works on: DATABASE_URL and GONGJIAN_SECRET are set from here on. */
export interface Installation {
	url: string;
	/** Is the database our own, below DATA_DIR? */
	embedded: boolean;
	/** May the demo be seeded here? Without DATABASE_URL, or where DEMO=1 asks for it. */
	demo: boolean;
	/** Gives the database back; our own server stops when nobody else uses it. */
	close(): Promise<void>;
}

/** What the installation keeps on this machine. */
export const dataDir = (): string => resolve(process.env.DATA_DIR ?? '.data');

/**
 * Finds the installation's database and secret for a command: those of the environment, else our own PostgreSQL and a
 * generated secret, both below DATA_DIR. Fails with StartFailure where the environment must be mended.
 */
export async function openInstallation({ log }: { log?: (sentence: string) => void } = {}): Promise<Installation> {
	const given = process.env.DATABASE_URL;
	if (given && !/^postgres(ql)?:/.test(URL.parse(given)?.protocol ?? '')) {
		throw new StartFailure(
			'DATABASE_URL is not a connection string. It looks like postgres://user:password@host:5432/gongjian; leave it out to use our own PostgreSQL.'
		);
	}
	const demo = !given || process.env.DEMO === '1';
	if (given && !demo && !process.env.GONGJIAN_SECRET) {
		throw new StartFailure(
			'DATABASE_URL is set but GONGJIAN_SECRET is not. Set it to at least 32 random bytes that you keep safe, ' +
				'e.g. the output of `openssl rand -base64 48`: without it, what is encrypted in the database cannot be read.'
		);
	}
	const server = given
		? { url: given, stop: async () => {} }
		: await startEmbeddedPostgres({ dataDir: dataDir(), log });
	process.env.GONGJIAN_SECRET ||= keptSecret(dataDir());
	process.env.DATABASE_URL = server.url;
	return { url: server.url, embedded: !given, demo, close: server.stop };
}

/** Made once, kept in `<dir>/secret`. */
function keptSecret(dir: string): string {
	const file = join(dir, 'secret');
	return onDisk(file, () => {
		mkdirSync(dir, { recursive: true });
		// an empty file is what a kill left: nothing was encrypted under it yet
		const isThere = existsSync(file) && statSync(file).size > 0;
		if (!isThere) writeFileSync(file, randomBytes(48).toString('base64'), { mode: 0o600 });
		return readFileSync(file, 'utf8');
	});
}
