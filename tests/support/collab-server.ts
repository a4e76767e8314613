/**
 * A process with the collaboration server alone, on the database at DATABASE_URL: to be killed, or to be one of two.
 * Prints its port. Recorders write in its documents, delegates comment, others of the community read.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { belongsTo, holds } from '#lib/domain/shared/actor.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { area } from '#lib/server/db/schema/index.ts';
import { documentKind, onDocumentKind } from '#lib/server/platform/documents/index.ts';
import { actorOfCookies } from '#lib/server/platform/sessions.ts';
import { openRealtime } from '#lib/server/realtime/index.ts';

const database = openDatabase(process.env.DATABASE_URL!, { max: Number(process.env.DATABASE_POOL ?? 10) });

onDocumentKind('test', {
	currentSchema: 2,
	role: async ({ actor }, { areaId }) => {
		const [place] = await database.db.select({ code: area.code }).from(area).where(eq(area.id, areaId));
		if (holds(actor, 'recorder', place!.code)) return 'write';
		if (holds(actor, 'delegate', place!.code)) return 'comment';
		return belongsTo(actor, place!.code) ? 'read' : 'none';
	}
});

const realtime = openRealtime({ database, authenticate: (cookies) => actorOfCookies(database, cookies), documentKind });
const server = createServer((_, response) => response.end('alive'));
server.on('upgrade', (request, socket, head) => {
	if (!realtime.upgrade(request, socket, head)) socket.destroy();
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log((server.address() as AddressInfo).port));

process.on('SIGTERM', () => {
	server.close(() => void database.close());
	void realtime.drain();
});
