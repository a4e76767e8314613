import type { Database } from '../db/client.ts';
import { startSealer } from './audit/sealer.ts';
import { startClockSweep } from './clock-sweep.ts';
import { startJobs } from './jobs.ts';
import { closeStreams } from './live-stream.ts';
import { startLive, type LiveHub } from './live.ts';
import { startRelay } from './outbox.ts';
import { registerRetention } from './retention.ts';
import { onDrain, onShutdown } from './shutdown.ts';

let hub: LiveHub | undefined;

/** The process's live hub; undefined where the portal's own work does not run (command-line tools). */
export const theLiveHub = (): LiveHub | undefined => hub;

/** Starts what runs by itself in every process that serves pages, and arranges for its end. Call it once. */
export async function startPlatform(database: Database): Promise<void> {
	onShutdown('database', () => database.close());
	hub = await startLive(database);
	onShutdown('live hub', () => hub?.stop());
	const relay = startRelay(database);
	onShutdown('outbox relay', () => relay.stop());
	const sweep = startClockSweep(database);
	onShutdown('clock sweep', () => sweep.stop());
	const sealer = startSealer(database);
	onShutdown('audit sealer', () => sealer.stop());
	registerRetention();
	onShutdown('jobs', await startJobs(database));
	onDrain('live streams', closeStreams);
}
