import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Portal {
	url: string;
	/** As an operator stops it: everything is finished first. */
	stop(): Promise<void>;
	/** kill -9 of the server in the middle of whatever it does. */
	kill(): Promise<void>;
}

/** Starts the built portal on a database and demo of its own below `dataDir`, as `npm start` does. */
export async function startPortal({ dataDir, port }: { dataDir: string; port: number }): Promise<Portal> {
	const { DATABASE_URL: _, ORIGIN: __, ...env } = process.env;
	const portal = fork('src/cli/serve.ts', {
		env: { LOG_LEVEL: 'warn', ...env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' }
	});
	const ended = once(portal, 'exit');
	const [first] = await Promise.race([once(portal, 'message'), ended]);
	if (first !== 'listening') throw new Error('The portal did not start; its own words are above.');
	return {
		url: `http://127.0.0.1:${port}`,
		stop: async () => {
			portal.kill('SIGTERM');
			await ended;
		},
		kill: async () => {
			process.kill(children(portal.pid!).find(isServer)!, 'SIGKILL');
			await ended;
		}
	};
}

/** Child processes, the oldest first, by /proc. */
export const children = (pid: number): number[] =>
	readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

const isServer = (pid: number): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('src/server.ts');
