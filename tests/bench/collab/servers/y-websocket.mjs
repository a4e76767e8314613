// @y/websocket-server as it is shipped: it keeps nothing.
import { createServer } from 'node:http';
import WebSocket from 'ws';
import { setupWSConnection } from '@y/websocket-server/utils';

const server = createServer();
new WebSocket.Server({ server, perMessageDeflate: false }).on('connection', setupWSConnection);
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
