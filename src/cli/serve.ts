/** What `npm start` hands over to once packages and build stand: database, migration, demo, then the server until the end. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { StartFailure } from '#lib/server/db/embedded-postgres.ts';
import type { Installation } from '#lib/server/platform/installation.ts';
import { prepareInstallation } from './setup/prepare-installation.ts';
import { welcome } from './setup/welcome.ts';

let server: ChildProcess | null = null;
const ending = new AbortController();

function end(): void {
	ending.abort();
	server?.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('disconnect', end);

let installation: Installation | null = null;
try {
	installation = await prepareInstallation(ending.signal);
	process.exitCode = await serve(installation.url);
} catch (error) {
	if (error === ending.signal.reason) process.exitCode = 130;
	else if (error instanceof StartFailure) {
		console.error(`\n${error.message}`);
		process.exitCode = 1;
	} else throw error;
} finally {
	await installation?.close();
	process.channel?.unref();
}

/** Runs the server as a process of its own until it ends; the memory that seeding took is given back with it. */
async function serve(url: string): Promise<number> {
	server = fork('src/server.ts', { stdio: 'inherit' });
	server.on('message', (message) => {
		if (message === 'listening') void welcome(url).then(() => process.send?.('listening'));
	});
	const [code, signal] = await once(server, 'exit');
	if (signal && !ending.signal.aborted) console.error(`The server was ended by ${signal}.`);
	return code ?? 1;
}
