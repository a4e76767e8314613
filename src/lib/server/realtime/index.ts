import type { Database } from '../db/client.ts';
import { documentKind } from '../platform/documents/index.ts';
import { actorOfCookies } from '../platform/sessions.ts';
import { onDrain } from '../platform/shutdown.ts';
import { openRealtime, type Realtime } from './attach.ts';
import type { Authority } from './authorize.ts';

export { openRealtime, type Realtime } from './attach.ts';
export type { Authority } from './authorize.ts';

const UPGRADE = Symbol.for('gongjian.upgrade');
const RUNNING = Symbol.for('gongjian.realtime');

/** What outlives a hot reload: rooms and sockets stay, the rules they ask are the new ones. */
interface Slots {
	[UPGRADE]?: Realtime['upgrade'];
	[RUNNING]?: Authority;
}

/** Opens the collaboration server of this process, where whoever owns the port (the server entry, Vite) finds it. */
export function startRealtime(database: Database): void {
	const slots = globalThis as Slots;
	const authority: Authority = {
		database,
		authenticate: (cookies) => actorOfCookies(database, cookies),
		documentKind
	};
	if (slots[RUNNING]) return void Object.assign(slots[RUNNING], authority);
	const realtime = openRealtime(authority);
	slots[RUNNING] = authority;
	slots[UPGRADE] = realtime.upgrade;
	onDrain('collaboration', () => realtime.drain());
}
