import { log } from './log.ts';

type Step = { name: string; run: () => void | Promise<void> };

const drains: Step[] = [];
const closings: Step[] = [];
let drainStarted = false;
let closing: Promise<void> | undefined;

/** What must stop so that open requests can end: streams, sockets, new work. Run at SIGTERM and SIGINT. */
export function onDrain(name: string, run: Step['run']): void {
	drains.push({ name, run });
}

/** What is released once no request is open any more: sweeps, jobs, the database. Run last registered first. */
export function onShutdown(name: string, run: Step['run']): void {
	closings.unshift({ name, run });
}

/** Is the process about to end? Readiness fails from then on, and nothing long is begun. */
export const draining = (): boolean => drainStarted;

export async function drain(): Promise<void> {
	if (drainStarted) return;
	drainStarted = true;
	await Promise.all(drains.map(attempt));
}

/** Drains, then releases everything in turn. A step that fails is logged and does not keep the others. */
export async function shutdown(): Promise<void> {
	closing ??= (async () => {
		await drain();
		for (const step of closings) await attempt(step);
	})();
	await closing;
}

async function attempt({ name, run }: Step): Promise<void> {
	try {
		await run();
	} catch (error) {
		log.error({ err: error, step: name }, 'a step of the shutdown failed');
	}
}

/**
 * Listens to the process: drains at the signal, shuts down when Kit's server says that its last connection has
 * ended (`sveltekit:shutdown`). In development Vite ends the process itself and needs no drain.
 */
export function followProcess({ signals }: { signals: boolean }): void {
	if (signals) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void drain());
	process.once('sveltekit:shutdown' as 'beforeExit', () => void shutdown());
}
