import { inflateRawSync } from 'node:zlib';
import { Broken } from '../../platform/attachments/image.ts';
import { readZipDirectory } from '../../platform/attachments/zip.ts';

const END = Buffer.from('PK\x05\x06', 'latin1');
const STORED = 0;
const DEFLATED = 8;

/**
 * Does the archive unpack to at most so many bytes? By unpacking it, with a bound, entry by entry: what a bomb's directory
 * claims is worth nothing. False for anything but one plain archive, too.
 */
export function unpacksWithin(bytes: Buffer, most: number): boolean {
	try {
		readZipDirectory(bytes);
		let left = most;
		for (const { method, packed } of entriesOf(bytes)) {
			if (method !== STORED && method !== DEFLATED) return false;
			left -= method === STORED ? packed.length : inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) }).length;
			if (left < 0) return false;
		}
		return true;
	} catch (error) {
		if (error instanceof Broken || error instanceof RangeError) return false;
		if (error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code)))
			return false;
		throw error;
	}
}

function* entriesOf(bytes: Buffer): Generator<{ method: number; packed: Buffer }> {
	const end = bytes.lastIndexOf(END);
	const count = bytes.readUInt16LE(end + 10);
	for (let at = bytes.readUInt32LE(end + 16), i = 0; i < count; i++) {
		const local = bytes.readUInt32LE(at + 42);
		const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const size = bytes.readUInt32LE(at + 20);
		yield { method: bytes.readUInt16LE(at + 10), packed: bytes.subarray(data, data + size) };
		at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
}
