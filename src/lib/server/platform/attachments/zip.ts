import { Broken } from './image.ts';

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED = 200 * 1024 * 1024;
const END = Buffer.from('PK\x05\x06', 'latin1');

/** Names in a ZIP's directory. Throws on anything but one plain archive that unpacks to a sane size. */
export function readZipDirectory(bytes: Buffer): string[] {
	const end = bytes.lastIndexOf(END);
	if (end < 0 || end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length)
		throw new Broken();
	const entries = bytes.readUInt16LE(end + 10);
	const start = bytes.readUInt32LE(end + 16);
	// nothing in front of the archive, and nothing between its directory and its end
	if (bytes.readUInt32LE(0) !== 0x04034b50 || start + bytes.readUInt32LE(end + 12) !== end) throw new Broken();
	if (entries > MOST_ENTRIES) throw new Broken();

	const names: string[] = [];
	let unpacked = 0;
	for (let at = start, i = 0; i < entries; i++) {
		if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw new Broken();
		unpacked += bytes.readUInt32LE(at + 24);
		if (unpacked > MOST_UNPACKED) throw new Broken();
		const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
		const name = bytes.toString('utf8', at + 46, nameEnd);
		if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name)) throw new Broken();
		names.push(name);
		at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return names;
}
