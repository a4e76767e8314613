/** A thread that replays logs into snapshots, so that the thread that serves people never waits for it. */
import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';

parentPort!.on('message', ({ job, updates }: { job: number; updates: Uint8Array[] }) => {
	try {
		const doc = new Y.Doc();
		doc.transact(() => {
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		const snapshot = Y.encodeStateAsUpdate(doc);
		doc.destroy();
		parentPort!.postMessage({ job, snapshot });
	} catch (error) {
		parentPort!.postMessage({ job, failure: String(error) });
	}
});
