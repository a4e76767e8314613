import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { PRIVACY_NOTICE_VERSION } from '#lib/domain/identity/privacy-notice.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { CollabClient } from '#lib/features/meetings/collab-client.ts';
import { ok } from '#lib/domain/shared/result.ts';
import type { Database } from '#lib/server/db/client.ts';
import { freePort } from '#lib/server/db/embedded-postgres/postmaster.ts';
import { act } from '#lib/server/platform/act.ts';
import { createDocument, readDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { openSession } from '#lib/server/platform/sessions.ts';

export interface CollabServer {
	port: number;
	process: ChildProcess;
	/** kill -9, or an orderly end */
	end(signal?: NodeJS.Signals): Promise<void>;
}

/** A document of the kind that the test server knows, with `words` as its first content. */
export async function newTestDocument(database: Database, areaId: string, words = ''): Promise<string> {
	const initial = new Y.Doc();
	initial.getText('t').insert(0, words);
	const document = {
		kind: 'test',
		areaId,
		subjectId: newId(),
		schemaVersion: 1,
		initial: Y.encodeStateAsUpdate(initial)
	};
	const made = await act({ database, actor: null }, async (a) => ok(await createDocument(a, document)));
	return (made as { value: string }).value;
}

/** The document's text as it is on disk. */
export async function storedText(database: Database, id: string): Promise<string> {
	return (await readDocument(database.db, id))!.doc.getText('t').toString();
}

export const textOf = (page: { doc: Y.Doc }): string => page.doc.getText('t').toString();

/** Adds words at the end, as somebody typing would. */
export function write(page: { doc: Y.Doc }, words: string): void {
	const text = page.doc.getText('t');
	text.insert(text.length, words);
}

/** Starts a collaboration server in a process of its own, over Redis where one is given. Whoever starts it ends it. */
export async function startCollabServer(url: string, port?: number, redisUrl = ''): Promise<CollabServer> {
	const child = spawn(process.execPath, ['tests/support/collab-server.ts'], {
		env: {
			...{ ...process.env, DATABASE_URL: url, REDIS_URL: redisUrl, PORT: String(port ?? (await freePort())) },
			...{ ORIGIN: '', LOG_LEVEL: 'error', VITEST: '' }
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const exited = once(child, 'exit');
	const end = async (signal: NodeJS.Signals = 'SIGKILL') => {
		if (child.exitCode === null && child.signalCode === null) child.kill(signal);
		await exited;
	};
	const [line] = await once(child.stdout!, 'data');
	return { port: Number(line), process: child, end };
}

/** A cookie of the person's, as sign-in would have set it in a demo installation. */
export async function cookieOf(database: Database, person: Person): Promise<string> {
	await database.sql`insert into setting (key, value) values ('demo', 'true') on conflict do nothing`;
	await database.sql`
		insert into consent (id, person_id, purpose, version, given_at)
		values (${newId()}, ${person.personId}, 'privacy-notice', ${PRIVACY_NOTICE_VERSION}, app_now())`;
	return `session=${await openSession(database, person.personId, null)}`;
}

/** A browser's socket: it sends the cookie and the Origin of the page. */
export function browserSocket(
	port: number,
	cookie = '',
	origin = `http://127.0.0.1:${port}`
): typeof globalThis.WebSocket {
	return class extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols, { headers: { cookie, origin } });
		}
	} as unknown as typeof globalThis.WebSocket;
}

/** The portal's own client on an open page. */
export function openPage(port: number, documentId: string, cookie: string, schema = 2): CollabClient {
	const url = `ws://127.0.0.1:${port}/collab`;
	const client = new CollabClient({ url, documentId, doc: new Y.Doc(), schema, socket: browserSocket(port, cookie) });
	onTestFinished(() => client.destroy());
	return client;
}

/** A bare socket, for what no client would do. */
export function openSocket(port: number, path: string, headers: Record<string, string>): WebSocket {
	const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
	socket.on('error', () => {});
	return socket;
}
