import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { buildPortal } from '../../src/cli/setup/build.mjs';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';

export interface ServedPortal {
	origin: string;
	stop(): Promise<void>;
}

/** Builds the portal where its sources have changed and serves it over this database, which must be migrated. */
export async function servePortal(databaseUrl: string, env: Record<string, string> = {}): Promise<ServedPortal> {
	await buildPortal(process.execPath);
	const port = String(await freePort());
	const portal: ChildProcess = spawn(process.execPath, ['src/server.ts'], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			LOG_LEVEL: 'warn',
			...env,
			DATABASE_URL: databaseUrl,
			PORT: port,
			HOST: '127.0.0.1'
		},
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	const ended = once(portal, 'exit');
	const [first] = await Promise.race([once(portal, 'message'), ended]);
	if (first !== 'listening') throw new Error('The portal did not start; its own words are above.');
	return {
		origin: `http://127.0.0.1:${port}`,
		stop: async () => {
			portal.kill('SIGTERM');
			await ended;
		}
	};
}
