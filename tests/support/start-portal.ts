import { rmSync } from 'node:fs';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';
import { startPortal } from './portal.ts';

const DATA_DIR = '.test/portal';

/** The portal that all browser tests share, and its end after the last of them. */
export default async function startSharedPortal(): Promise<() => Promise<void>> {
	// one secret for every portal and every process of the tests: what one encrypts another reads
	process.env.GONGJIAN_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests';
	rmSync(DATA_DIR, { recursive: true, force: true });
	const { url, stop } = await startPortal({ dataDir: DATA_DIR, port: await freePort() });
	process.env.E2E_URL = url;
	return stop;
}
