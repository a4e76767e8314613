import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface Usage {
	cpuSeconds: number;
	/** bytes, after a garbage collection */
	rss: number;
}

export interface Server {
	port: number;
	usage(): Promise<Usage>;
	/** kill -9 */
	kill(): Promise<void>;
}

/** Starts a server that prints its port, in a process of its own on the loopback. */
export async function startServer(file: string, env: Record<string, string>): Promise<Server> {
	const probe = resolve('tests/bench/collab/servers/probe.mjs');
	const child = spawn(process.execPath, ['--expose-gc', '--import', probe, file], {
		env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ORIGIN: '', PORT: '0', REDIS_URL: '', ...env },
		stdio: ['ignore', 'pipe', 'inherit', 'ipc']
	});
	const exited = once(child, 'exit');
	const [line] = await Promise.race([once(child.stdout!, 'data'), exited]);
	if (!Number(line)) throw new Error(`${file} did not start`);
	return {
		port: Number(line),
		usage: async () => {
			const answer = once(child, 'message');
			child.send('usage');
			const [usage] = await answer;
			return usage as Usage;
		},
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		}
	};
}
