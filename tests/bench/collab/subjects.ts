import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Database } from '#lib/server/db/client.ts';
import { cookieOf, newTestDocument, storedText } from '../../support/collab.ts';
import { plantCommunity } from '../../support/community.ts';
import { startServer, type Server } from './server.ts';
import { hocuspocus, plain, yWebsocket, type Wire } from './wire.ts';

/** A server that is measured. */
export interface Subject {
	name: 'gongjian' | 'hocuspocus' | 'y-websocket' | 'relay';
	wire: Wire;
	start(): Promise<Server>;
	newDocument(): Promise<string>;
	/** How the nth client comes in. */
	door(document: string, nth: number, port: number): { path: string; headers: Record<string, string> };
	/** The text that is on disk; null where nothing is kept at all. */
	stored: ((document: string) => Promise<string>) | null;
}

const WRITERS = 50;

/** Ours with everything that it does: sessions, policies, durable acknowledgement. */
export async function gongjian(database: Database): Promise<Subject & { areaId: string }> {
	const town = await plantCommunity(database);
	const people = await Promise.all(
		Array.from({ length: WRITERS }, (_, i) => town.appoint(`${i}`, 'residents-committee', 'recorder'))
	);
	const cookies = await Promise.all(people.map((person) => cookieOf(database, person)));
	return {
		name: 'gongjian',
		areaId: town.communityId,
		wire: yWebsocket,
		start: () => startServer('tests/support/collab-server.ts', { DATABASE_URL: database.url }),
		newDocument: () => newTestDocument(database, town.communityId),
		door: (document, nth, port) => ({
			path: `/collab/${document}?schema=2`,
			headers: { cookie: cookies[nth % WRITERS]!, origin: `http://127.0.0.1:${port}` }
		}),
		stored: (document) => storedText(database, document)
	};
}

const stranger = {
	newDocument: () => Promise.resolve(randomUUID()),
	door: (document: string) => ({ path: `/${document}`, headers: {} })
};

export const peers = (database: Database, folder: string): Subject[] => [
	{
		...stranger,
		name: 'hocuspocus',
		wire: hocuspocus,
		start: () => startServer(`${folder}/hocuspocus.mjs`, { DATABASE_URL: database.url }),
		stored: async (document) => {
			const [row] = await database.sql`select data from hocuspocus where name = ${document}`;
			const doc = new Y.Doc();
			if (row) Y.applyUpdate(doc, row.data as Uint8Array);
			return doc.getText('t').toString();
		}
	},
	{
		...stranger,
		name: 'y-websocket',
		wire: yWebsocket,
		start: () => startServer(`${folder}/y-websocket.mjs`, {}),
		stored: null
	}
];

export const relay: Subject = {
	...stranger,
	name: 'relay',
	wire: plain,
	start: () => startServer('tests/bench/collab/servers/relay.mjs', {}),
	stored: null
};
