import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';

const DATA_DIR = '.test/portal';

/** Starts the built portal with a database and a demo of its own, as `npm start` does, and ends it after the last test. */
export default async function startPortal(): Promise<() => Promise<void>> {
	rmSync(DATA_DIR, { recursive: true, force: true });
	const port = String(await freePort());
	const { DATABASE_URL: _, ORIGIN: __, ...env } = process.env;
	const portal = fork('src/cli/serve.ts', {
		env: { LOG_LEVEL: 'warn', ...env, DATA_DIR, PORT: port, HOST: '127.0.0.1' }
	});
	const ended = once(portal, 'exit');
	const first = await Promise.race([once(portal, 'message'), ended]);
	if (first[0] !== 'listening') throw new Error('The portal did not start; its own words are above.');
	process.env.E2E_URL = `http://127.0.0.1:${port}`;
	return async () => {
		portal.kill('SIGTERM');
		await ended;
	};
}
