import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What a client hears, as far as it matters here. */
export type Heard =
	| { kind: 'asked' }
	| { kind: 'content'; answer: boolean; body: Uint8Array }
	/** So many content messages are acknowledged: in all, or one more. */
	| { kind: 'acknowledged'; inAll?: number }
	| null;

/** How one server is spoken to: y-websocket's protocol, Hocuspocus's (each message under the document's name), or plainly. */
export interface Wire {
	/** What a client says first. */
	hello(document: string): Uint8Array[];
	step2(document: string, body: Uint8Array): Uint8Array;
	update(document: string, body: Uint8Array): Uint8Array;
	hear(message: Uint8Array): Heard;
}

const NOTHING = Uint8Array.of(0);
const SYNC = 0;
const AUTH = 2;
const SYNC_STATUS = 8;
const SETTLED = 100;

const sync = (prefix: string | null, kind: number, body: Uint8Array) =>
	encoding.encode((encoder) => {
		if (prefix !== null) encoding.writeVarString(encoder, prefix);
		encoding.writeVarUint(encoder, SYNC);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, body);
	});

function hear(decoder: decoding.Decoder): Heard {
	switch (decoding.readVarUint(decoder)) {
		case SYNC: {
			const kind = decoding.readVarUint(decoder);
			const body = decoding.readVarUint8Array(decoder);
			return kind === 0 ? { kind: 'asked' } : { kind: 'content', answer: kind === 1, body };
		}
		case SETTLED:
			return { kind: 'acknowledged', inAll: decoding.readVarUint(decoder) };
		case SYNC_STATUS:
			return { kind: 'acknowledged' };
		default:
			return null;
	}
}

export const yWebsocket: Wire = {
	hello: () => [sync(null, 0, NOTHING)],
	step2: (_, body) => sync(null, 1, body),
	update: (_, body) => sync(null, 2, body),
	hear: (message) => hear(decoding.createDecoder(message))
};

export const hocuspocus: Wire = {
	hello: (document) => [
		encoding.encode((encoder) => {
			encoding.writeVarString(encoder, document);
			encoding.writeVarUint(encoder, AUTH);
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarString(encoder, '');
		}),
		sync(document, 0, NOTHING)
	],
	step2: (document, body) => sync(document, 1, body),
	update: (document, body) => sync(document, 2, body),
	hear: (message) => {
		const decoder = decoding.createDecoder(message);
		decoding.readVarString(decoder);
		return hear(decoder);
	}
};

/** Says nothing first, for whoever would pass it on to everybody. */
export const plain: Wire = { ...yWebsocket, hello: () => [] };
