/**
 * The production server: the built portal, the upgrade of sockets, and an orderly end. It needs DATABASE_URL and
 * GONGJIAN_SECRET, a build (`npm run build`) and nothing else of ours. PORT, HOST and ORIGIN as adapter-node knows them.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
/** Registered by the portal when it starts; true where it takes the socket. */
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

const UPGRADE = Symbol.for('gongjian.upgrade');
const DRAIN_LIMIT = Number(process.env.SHUTDOWN_TIMEOUT ?? 30) * 1000;
/** How long the portal may take to let go of the database once no request is open. */
const RELEASE_LIMIT = 10_000;
/** Kit's handler believes this header about the scheme; every request gets ours, whatever the client sent. */
const SCHEME_HEADER = 'x-gongjian-scheme';

const host = process.env.HOST ?? '0.0.0.0';
const port = Number(process.env.PORT ?? 3000);
// Without ORIGIN the portal is served on plain http at whatever host it was reached by; behind a TLS proxy set ORIGIN.
const onPlainHttp = !process.env.ORIGIN && !process.env.PROTOCOL_HEADER;
if (onPlainHttp) process.env.PROTOCOL_HEADER = SCHEME_HEADER;

// adapter-node's own limit of 512 kB would refuse attachments: 20 MB each, several in a form
process.env.BODY_SIZE_LIMIT ??= '64M';

/** Also on files and on what the portal could not answer; it sets its own on everything else. */
const ALWAYS = { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' };

const server = createServer((request, response) => {
	for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
	if (onPlainHttp) request.headers[SCHEME_HEADER] = 'http';
	handler(request, response, () => response.writeHead(404).end());
});

server.on('upgrade', (request, socket, head) => {
	const take: Upgrade | undefined = Reflect.get(globalThis, UPGRADE);
	if (!take?.(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
});

let ending = false;

/** The portal itself hears the signal too: its readiness fails, its sockets and streams close, so that requests can end. */
function end(): void {
	if (ending) return;
	ending = true;
	const limit = setTimeout(() => {
		console.error(`Some requests did not end within ${DRAIN_LIMIT / 1000} s and were cut off.`);
		process.exit(1);
	}, DRAIN_LIMIT);
	server.close(() => {
		// the portal releases the database now, and with it what keeps this process alive
		process.emit('sveltekit:shutdown' as 'SIGTERM');
		process.channel?.unref();
		clearTimeout(limit);
		setTimeout(() => process.exit(0), RELEASE_LIMIT).unref();
	});
	server.closeIdleConnections();
	setInterval(() => server.closeIdleConnections(), 50).unref();
}

process.on('SIGTERM', end);
process.on('SIGINT', () => (ending ? process.exit(130) : end()));
// started by `npm start`: ends with it, also where it was killed
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

server.on('error', (error: NodeJS.ErrnoException) => {
	console.error(`The server cannot listen on ${host}:${port}: ${error.message}`);
	process.exit(1);
});

const built = new URL('../build/handler.js', import.meta.url).href;
const { handler }: { handler: Handler } = await import(built);
server.listen(port, host, () => process.send?.('listening'));
