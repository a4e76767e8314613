import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { frame } from './frame.ts';

test('a client reads frames of every length, several from one write', async () => {
	const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) => Buffer.alloc(length, length % 251));
	const server = createServer((socket) => {
		socket.once('data', (request) => {
			const key = /sec-websocket-key: (\S+)/i.exec(String(request))![1];
			const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
			socket.write(
				`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`
			);
			socket.write(Buffer.concat(messages.map(frame)));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
	const heard: Buffer[] = [];
	await new Promise<void>((resolve) => {
		client.on('message', (message: Buffer) => {
			heard.push(message);
			if (heard.length === messages.length) resolve();
		});
	});
	expect(heard.map((one) => one.equals(messages[heard.indexOf(one)]!))).toEqual(messages.map(() => true));
	client.terminate();
	server.close();
});
