import { Broken, type CleanImage } from './image.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ICCP', 'ALPH', 'ANIM', 'ANMF']);
const EXIF_AND_XMP = 0b0000_1100;

/** The same picture without Exif and XMP, and without whatever follows its end. */
export function cleanWebp(bytes: Buffer): CleanImage {
	const limit = 8 + bytes.readUInt32LE(4);
	if (limit > bytes.length) throw new Broken();
	const kept: Buffer[] = [];
	let size: { width: number; height: number } | undefined;
	for (let at = 12; at < limit;) {
		if (at + 8 > limit) throw new Broken();
		const length = bytes.readUInt32LE(at + 4);
		const end = at + 8 + length + (length % 2);
		if (end > limit) throw new Broken();
		const type = bytes.toString('latin1', at, at + 4);
		const chunk = Buffer.from(bytes.subarray(at, end));
		if (type === 'VP8X') chunk[8]! &= ~EXIF_AND_XMP;
		size ??= sizeIn(type, chunk.subarray(8));
		if (KEPT.has(type)) kept.push(chunk);
		at = end;
	}
	if (!size) throw new Broken();
	const body = Buffer.concat([Buffer.from('WEBP'), ...kept]);
	const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
	head.writeUInt32LE(body.length, 4);
	return { ...size, bytes: Buffer.concat([head, body]) };
}

function sizeIn(type: string, data: Buffer): { width: number; height: number } | undefined {
	if (data.length < 10) return undefined;
	if (type === 'VP8X') return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
	if (type === 'VP8 ') return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
	if (type !== 'VP8L') return undefined;
	const bits = data.readUInt32LE(1);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
