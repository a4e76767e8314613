// Passes every message on to the others on the same path and knows nothing of what it says: the floor of what sockets cost.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = createServer();
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, { url }) => {
	if (!rooms.has(url)) rooms.set(url, new Set());
	const room = rooms.get(url).add(socket);
	socket.on('message', (message) => room.forEach((other) => other !== socket && other.send(message)));
	socket.on('close', () => room.delete(socket));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
