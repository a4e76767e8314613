import { crc32 } from 'node:zlib';
import { Broken, type CleanImage } from './image.ts';

/** What shows the picture, its transparency, colours and density. No texts, times, places, animation frames. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD']);

/** The same picture without texts and Exif, and without whatever follows its end. Every chunk's checksum must hold. */
export function cleanPng(bytes: Buffer): CleanImage {
	const kept: Buffer[] = [bytes.subarray(0, 8)];
	let size: { width: number; height: number } | undefined;
	for (let at = 8; ;) {
		if (at + 12 > bytes.length) throw new Broken();
		const end = at + 12 + bytes.readUInt32BE(at);
		if (end > bytes.length) throw new Broken();
		const type = bytes.toString('latin1', at + 4, at + 8);
		if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new Broken();
		if (!size && type !== 'IHDR') throw new Broken();
		if (type === 'IHDR') size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
		if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
		at = end;
		if (type === 'IEND') return { ...size!, bytes: Buffer.concat(kept) };
	}
}
