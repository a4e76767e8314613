/** What the writer is told of the own text. Only the server's word makes it 已保存. */
export type SaveState = 'connecting' | 'offline' | 'unsaved' | 'saved';

/** One socket's account: what was sent on it, and what of that the server has settled (message 100). */
export interface SocketAccount {
	open: boolean;
	/** The document has been received whole on this socket. */
	synced: boolean;
	sent: number;
	settled: number;
}

/**
 * Everything is saved when the document is in sync both ways: the answer to the server's first question (which carries
 * what was written without a connection) has been sent, and all that was sent is settled.
 */
export function saveState(socket: SocketAccount, everOpen: boolean): SaveState {
	if (!socket.open) return everOpen ? 'offline' : 'connecting';
	return socket.synced && socket.sent > 0 && socket.settled >= socket.sent ? 'saved' : 'unsaved';
}

/** Is this frame content for the document (sync step 2 or update of the y-websocket protocol)? */
export function isContent(frame: Uint8Array): boolean {
	return frame[0] === 0 && (frame[1] === 1 || frame[1] === 2);
}
