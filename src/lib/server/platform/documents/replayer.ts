import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/**
 * The worker runs from its source (Node strips the types): found by its name in package.json's `imports`, it is the same
 * file for the built server, for Vite and for command-line tools.
 */
const file = () => createRequire(import.meta.url).resolve('#lib/server/platform/documents/replay-worker.ts');

type Settle = { resolve: (snapshot: Uint8Array) => void; reject: (error: Error) => void };

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Settle>();

/** Replays updates, in order, into one snapshot on a thread of its own. The thread does not keep the process alive. */
export function replayAside(updates: Uint8Array[]): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const job = ++last;
		waiting.set(job, { resolve, reject });
		worker ??= startWorker();
		worker.ref();
		worker.postMessage({ job, updates });
	});
}

function startWorker(): Worker {
	const started = new Worker(file());
	started.on('message', ({ job, snapshot, failure }: { job: number; snapshot?: Uint8Array; failure?: string }) => {
		const settle = waiting.get(job);
		waiting.delete(job);
		if (waiting.size === 0) started.unref();
		if (snapshot) settle?.resolve(snapshot);
		else settle?.reject(new Error(failure));
	});
	started.on('error', (error) => giveUp(started, error as Error));
	started.on('exit', () => giveUp(started, new Error('The replay thread has ended')));
	return started;
}

function giveUp(ended: Worker, error: Error): void {
	if (worker !== ended) return;
	worker = undefined;
	for (const { reject } of waiting.values()) reject(error);
	waiting.clear();
}
