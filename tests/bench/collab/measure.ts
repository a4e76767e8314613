import { setTimeout as pause } from 'node:timers/promises';
import { Client } from './client.ts';
import type { Server } from './server.ts';
import type { Subject } from './subjects.ts';
import { Tally } from './tally.ts';

export interface Load {
	documents: number;
	/** in each document */
	clients: number;
}

const EDITS_PER_SECOND = 5;
const WARM_UP_MS = 2_000;
/** How long what was sent last may be under way. */
const STRAGGLERS_MS = 500;
const IDLE_DOCUMENTS = 200;
const PARAGRAPH = '今日议定三事，各方照办。'.repeat(40);
const KILL_AFTER_MS = 3_000;

const times = <T>(count: number, make: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => make(nth));

export interface Edited {
	/** milliseconds */
	fanOut: Percentiles;
	ack: Percentiles;
	/** of the server's process for 1,000 edits */
	cpuSeconds: number;
	/** edits that did not reach somebody, of all that should have */
	missing: number;
}
export type Percentiles = Record<'p50' | 'p95' | 'p99', number>;

const percentiles = (histogram: Tally['fanOut']): Percentiles => ({
	p50: histogram.percentile(50) / 1000,
	p95: histogram.percentile(95) / 1000,
	p99: histogram.percentile(99) / 1000
});

async function withServer<T>(subject: Subject, work: (server: Server) => Promise<T>): Promise<T> {
	const server = await subject.start();
	try {
		return await work(server);
	} finally {
		await server.kill();
	}
}

async function joinAll(subject: Subject, server: Server, { documents, clients }: Load, tally: Tally) {
	const ids = await Promise.all(times(documents, subject.newDocument));
	const all = times(documents * clients, (nth) => new Client(subject, ids[nth % documents]!, nth, server.port, tally));
	await Promise.all(all.map((client) => client.loaded));
	return { ids, all };
}

/** Everybody types for `seconds`. */
export const edit = (subject: Subject, load: Load, seconds: number): Promise<Edited> =>
	withServer(subject, async (server) => {
		const tally = new Tally();
		const { all } = await joinAll(subject, server, load, tally);
		all.forEach((client) => client.type(EDITS_PER_SECOND));
		await pause(WARM_UP_MS);
		const before = await server.usage();
		tally.start();
		await pause(seconds * 1000);
		const { edits } = tally;
		const after = await server.usage();
		all.forEach((client) => client.stop());
		await pause(STRAGGLERS_MS);
		const due = tally.edits * (load.clients - 1);
		await Promise.all(all.map((client) => client.close()));
		return {
			fanOut: percentiles(tally.fanOut),
			ack: percentiles(tally.ack),
			cpuSeconds: ((after.cpuSeconds - before.cpuSeconds) / edits) * 1000,
			missing: Math.max(0, 1 - tally.fanOut.count / due)
		};
	});

/** Kilobytes that one open document takes: somebody has written a page and reads it. */
export const idle = (subject: Subject): Promise<number> =>
	withServer(subject, async (server) => {
		const tally = new Tally();
		const first = await joinAll(subject, server, { documents: 20, clients: 1 }, tally);
		first.all.forEach((client) => client.write(PARAGRAPH));
		await pause(STRAGGLERS_MS);
		const before = await server.usage();
		const { all } = await joinAll(subject, server, { documents: IDLE_DOCUMENTS, clients: 1 }, tally);
		all.forEach((client) => client.write(PARAGRAPH));
		await pause(STRAGGLERS_MS * 2);
		const after = await server.usage();
		await Promise.all([...first.all, ...all].map((client) => client.close()));
		return (after.rss - before.rss) / 1024 / IDLE_DOCUMENTS;
	});

/** Milliseconds until somebody who knocks has what is in each of `documents`, which nobody has open. */
export const open = (subject: Subject, documents: readonly string[]): Promise<number[]> =>
	withServer(subject, async (server) => {
		const took: number[] = [];
		for (const document of documents) {
			const begun = performance.now();
			const client = new Client(subject, document, 0, server.port, new Tally());
			await client.loaded;
			took.push(performance.now() - begun);
			await client.close();
		}
		return took;
	});

/** kill -9 in the middle of typing: how many edits were acknowledged, and how many of them are not on disk. */
export async function kill(subject: Subject): Promise<{ acknowledged: number; lost: number }> {
	const tally = new Tally();
	const server = await subject.start();
	const { ids, all } = await joinAll(subject, server, { documents: 1, clients: 50 }, tally);
	all.forEach((client) => client.type(EDITS_PER_SECOND));
	await pause(KILL_AFTER_MS + Math.random() * 1000);
	await server.kill();
	all.forEach((client) => client.stop());
	const text = subject.stored ? await subject.stored(ids[0]!) : '';
	const lost = tally.acknowledgedEdits.filter((one) => !text.includes(tally.word(one)));
	return { acknowledged: tally.acknowledgedEdits.length, lost: lost.length };
}
