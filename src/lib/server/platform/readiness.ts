import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { theLiveHub } from './process.ts';
import { draining } from './shutdown.ts';

export type Readiness = { ready: boolean; database: 'ok' | 'unreachable'; draining: boolean };

const WITHIN_MS = 2_000;

/** May a balancer send people here: the database answers within 2 s, and the process is not about to end. */
export async function readiness(database: Database): Promise<Readiness> {
	const asked = database.sql`select 1`.then(
		() => true,
		() => false
	);
	const answers = await Promise.race([asked, pause(WITHIN_MS, false, { ref: false })]);
	return {
		ready: answers && !draining() && theLiveHub() !== undefined,
		database: answers ? 'ok' : 'unreachable',
		draining: draining()
	};
}
