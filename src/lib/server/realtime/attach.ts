import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { log } from '../platform/log.ts';
import { authorize, isOwnOrigin, type Access, type Authority } from './authorize.ts';
import { openBus, type BusMessage } from './bus.ts';
import { Connection } from './connection.ts';
import { Hub } from './hub.ts';
import { CLOSE, LIMITS } from './limits.ts';
import type { Room } from './room.ts';

export interface Realtime {
	/** Takes `/collab/<document id>`; returns false for every other path, which is left as it is. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
	/** Commits what has arrived and closes all sockets, spread over some seconds, so that they do not come back at once. */
	drain(): Promise<void>;
}

const PATH = /^\/collab\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\?(.*))?$/;
const DRAIN_MS = 4_000;

/** The collaboration server of this process. `origin` is the portal's own, where it is configured. */
export function openRealtime(authority: Authority, origin = process.env.ORIGIN): Realtime {
	const { database } = authority;
	const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.payload, perMessageDeflate: false });
	const connections = new Set<Connection>();
	/** Announced changes of rights: a join that began before one is asked again. */
	let changes = 0;
	let draining = false;

	const hub = new Hub(database, {
		committed: (document, last, rows) => bus.committed(document, last, rows),
		moved: (document, presence) => bus.moved(document, presence),
		opened: (document) => bus.opened(document)
	});
	const bus = openBus(database, {
		message: hear,
		listening: () => void catchUp(),
		missed: () => void readOnAll()
	});
	const heartbeat = setInterval(() => connections.forEach((connection) => connection.beat()), LIMITS.heartbeatEvery);
	const readOn = setInterval(() => void readOnAll(), LIMITS.recheckEvery);
	heartbeat.unref();
	readOn.unref();

	function hear(message: BusMessage): void {
		if ('access' in message) return recheck(message.access);
		void hub.find(message.document)?.then(
			(room) => {
				if ('rows' in message) room.carried(message.first, message.rows);
				else if ('seq' in message) room.announced(message.seq);
				else if ('opened' in message) room.presence.repeat();
				else room.presence.receiveRemote(message.from, message.presence);
			},
			() => {}
		);
	}

	function recheck({ documentId, personId }: { documentId?: string; personId?: string }): void {
		changes++;
		for (const connection of connections) {
			if (documentId && connection.documentId !== documentId) continue;
			if (personId && connection.personId !== personId) continue;
			void connection.recheck();
		}
	}

	async function catchUp(): Promise<void> {
		recheck({});
		await readOnAll();
	}

	/** Looks whether others have written what nobody announced. */
	async function readOnAll(): Promise<void> {
		const rooms = await hub.all();
		if (rooms.length === 0) return;
		try {
			const ids = rooms.map((room) => room.documentId);
			const heads = await database.sql`select id, head from document where id = any(${ids}::uuid[])`;
			const headOf = new Map(heads.map((row) => [row.id as string, Number(row.head)]));
			for (const room of rooms) {
				room.announced(headOf.get(room.documentId) ?? 0);
				room.presence.tidy();
			}
		} catch (error) {
			log.warn({ err: error }, 'the heads of open documents could not be read');
		}
	}

	async function join(request: IncomingMessage, socket: Duplex, head: Buffer, id: string, query: string | undefined) {
		const ask = asker(authority, id, request.headers.cookie);
		const asked = changes;
		const access = await ask();
		const room = access.role === 'none' ? null : await hub.open(id);
		if (draining || socket.destroyed) {
			if (room) hub.release(id, room);
			return refuse(socket, 503);
		}
		sockets.handleUpgrade(request, socket, head, (ws) => {
			const refusal = refusalOf(access, room, new URLSearchParams(query).get('schema'));
			if (refusal || !room) {
				ws.on('error', () => {});
				ws.close(...(refusal ?? ([CLOSE.later, 'unavailable'] as const)));
				if (room) hub.release(id, room);
				return;
			}
			const connection = new Connection(ws, socket, id, access, room, ask);
			connections.add(connection);
			if (asked !== changes) void connection.recheck();
			ws.on('close', () => {
				connections.delete(connection);
				hub.release(id, room);
			});
		});
	}

	function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
		if (!request.url?.startsWith('/collab/')) return false;
		socket.on('error', () => socket.destroy());
		const [, id, query] = PATH.exec(request.url) ?? [];
		if (draining) refuse(socket, 503);
		else if (!id) refuse(socket, 404);
		else if (!isOwnOrigin(request, origin)) refuse(socket, 403);
		else {
			join(request, socket, head, id, query).catch((error: unknown) => {
				log.warn({ err: error, document: id }, 'a socket could not join');
				refuse(socket, 503);
			});
		}
		return true;
	}

	async function drain(): Promise<void> {
		draining = true;
		clearInterval(heartbeat);
		clearInterval(readOn);
		const open = [...connections];
		const step = Math.min(20, DRAIN_MS / Math.max(1, open.length));
		for (const connection of open) {
			connection.close(CLOSE.restart, 'restart');
			await pause(step);
		}
		for (const room of await hub.all()) {
			await room.idle();
			room.close(CLOSE.restart, 'restart');
		}
		await bus.close();
		sockets.close();
	}

	return { upgrade, drain };
}

/** Keeps the cookies alone: a socket that stays open for hours need not hold its whole request. */
const asker = (authority: Authority, id: string, cookies: string | undefined) => () =>
	authorize(authority, id, cookies);

function refusalOf(access: Access, room: Room | null, schema: string | null): [code: number, reason: string] | null {
	if (access.role === 'none') return [CLOSE.noAccess, access.reason];
	if (schema !== null && Number(schema) < access.currentSchema) return [CLOSE.oldEditor, 'reload'];
	if (room && room.size >= LIMITS.socketsPerDocument) return [CLOSE.later, 'full'];
	return null;
}

function refuse(socket: Duplex, status: 403 | 404 | 503): void {
	const text = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' }[status];
	if (!socket.destroyed) socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
