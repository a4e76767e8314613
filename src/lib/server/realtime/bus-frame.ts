/** What goes over Redis, in bytes: who says it, of which document, and what. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { NewRow } from '../platform/documents/index.ts';
import type { BusMessage } from './bus.ts';

const ROWS = 0;
const PRESENCE = 1;
const OPENED = 2;

type Write = (encoder: encoding.Encoder) => void;

const frame = (kind: number, from: string, document: string, write: Write = () => {}): Uint8Array =>
	encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarString(encoder, from);
		encoding.writeVarString(encoder, document);
		write(encoder);
	});

export const rowsFrame = (from: string, document: string, first: number, rows: readonly NewRow[]): Uint8Array =>
	frame(ROWS, from, document, (encoder) => {
		encoding.writeVarUint(encoder, first);
		encoding.writeVarUint(encoder, rows.length);
		for (const { userId, clientIds, body } of rows) {
			encoding.writeVarString(encoder, userId ?? '');
			encoding.writeVarUint(encoder, clientIds.length);
			for (const clientId of clientIds) encoding.writeVarUint(encoder, clientId);
			encoding.writeVarUint8Array(encoder, body);
		}
	});

export const presenceFrame = (from: string, document: string, presence: Uint8Array): Uint8Array =>
	frame(PRESENCE, from, document, (encoder) => encoding.writeVarUint8Array(encoder, presence));

export const openedFrame = (from: string, document: string): Uint8Array => frame(OPENED, from, document);

/** Throws where `bytes` are no frame of ours. */
export function readFrame(bytes: Uint8Array): { from: string; message: BusMessage } {
	const decoder = decoding.createDecoder(bytes);
	const kind = decoding.readVarUint(decoder);
	const from = decoding.readVarString(decoder);
	const document = decoding.readVarString(decoder);
	switch (kind) {
		case ROWS:
			return { from, message: { document, first: decoding.readVarUint(decoder), rows: readRows(decoder) } };
		case PRESENCE:
			return { from, message: { document, from, presence: decoding.readVarUint8Array(decoder) } };
		case OPENED:
			return { from, message: { document, opened: true } };
		default:
			throw new Error(`unknown frame ${kind}`);
	}
}

const readRows = (decoder: decoding.Decoder): NewRow[] =>
	readList(decoder, () => ({
		userId: decoding.readVarString(decoder) || null,
		clientIds: readList(decoder, () => decoding.readVarUint(decoder)),
		body: decoding.readVarUint8Array(decoder)
	}));

function readList<T>(decoder: decoding.Decoder, read: () => T): T[] {
	const list: T[] = [];
	for (let left = decoding.readVarUint(decoder); left > 0; left--) list.push(read());
	return list;
}
