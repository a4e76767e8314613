/** What one socket, one document and one process may cost the others. Bytes and milliseconds. */
export const LIMITS = {
	/** Largest message a client may send. */
	payload: 4 * 1024 * 1024,
	/** Sustained rate of one socket; beyond it the socket is not read until it has cooled down. */
	messagesPerSecond: 60,
	bytesPerSecond: 256 * 1024,
	socketsPerDocument: 200,
	/** Waiting to be sent: from here a socket gets no more updates, but one difference once it has caught up … */
	slowSocket: 1024 * 1024,
	/** … and from here, one large message left out, it is closed. */
	deadSocket: 8 * 1024 * 1024,
	awarenessState: 2 * 1024,
	awarenessEvery: 100,
	/** A room without sockets stays in memory for so long. */
	unloadAfter: 60_000,
	/** Rights are checked so often, and at once when somebody announces a change. */
	recheckEvery: 60_000,
	/** A stock client takes a silent connection for dead after 30 s. */
	heartbeatEvery: 15_000
};

export type Limits = typeof LIMITS;

/** Close codes. A client stops at 44xx and comes back after all others. */
export const CLOSE = {
	/** The server goes away; another one takes over. */
	restart: 1012,
	/** Too much just now, or the database cannot be reached. */
	later: 1013,
	/** What was sent is not the protocol. */
	malformed: 4400,
	/** No right to read any more: the client clears its copy. */
	noAccess: 4403,
	/** The page's editor is older than the document. */
	oldEditor: 4426,
	/** Something in the rights has changed: join again. */
	joinAgain: 4503
} as const;
