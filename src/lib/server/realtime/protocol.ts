/** The wire protocol of y-websocket 3 (messages 0 to 3), and message 100: what of a client's edits is settled. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const QUERY_AWARENESS = 3;
const SETTLED = 100;

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const PERMISSION_DENIED = 0;

export type ClientMessage =
	| { kind: 'step-1'; stateVector: Uint8Array }
	/** Step 2 and update alike: content for the document. */
	| { kind: 'content'; update: Uint8Array }
	| { kind: 'awareness'; update: Uint8Array }
	| { kind: 'query-awareness' };

/** Throws where the bytes are not a message that a client may send. */
export function readMessage(bytes: Uint8Array): ClientMessage {
	const decoder = decoding.createDecoder(bytes);
	const message = readKind(decoder);
	if (decoding.hasContent(decoder)) throw new Error('bytes after the message');
	return message;
}

function readKind(decoder: decoding.Decoder): ClientMessage {
	switch (decoding.readVarUint(decoder)) {
		case SYNC:
			switch (decoding.readVarUint(decoder)) {
				case STEP_1:
					return { kind: 'step-1', stateVector: decoding.readVarUint8Array(decoder) };
				case STEP_2:
				case UPDATE:
					return { kind: 'content', update: decoding.readVarUint8Array(decoder) };
				default:
					throw new Error('unknown sync message');
			}
		case AWARENESS:
			return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
		case QUERY_AWARENESS:
			return { kind: 'query-awareness' };
		default:
			throw new Error('unknown message');
	}
}

const sync = (kind: number, body: Uint8Array) =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, SYNC);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, body);
	});

export const step1 = (stateVector: Uint8Array) => sync(STEP_1, stateVector);
export const step2 = (update: Uint8Array) => sync(STEP_2, update);
export const update = (body: Uint8Array) => sync(UPDATE, body);

export const awareness = (body: Uint8Array) =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, AWARENESS);
		encoding.writeVarUint8Array(encoder, body);
	});

/** Says that content was refused, and why. */
export const denied = (reason: string) =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, AUTH);
		encoding.writeVarUint(encoder, PERMISSION_DENIED);
		encoding.writeVarString(encoder, reason);
	});

/** How many content messages of this socket are settled since it was opened: on disk, empty, or refused. */
export const settled = (count: number) =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, SETTLED);
		encoding.writeVarUint(encoder, count);
	});
