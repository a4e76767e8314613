import { Broken, type CleanImage } from './image.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
/** JFIF, colour profile, Adobe's colour transform: what a picture needs to look right. */
const KEPT_APPS = new Set([0xe0, 0xe2, 0xee]);
const COMMENT = 0xfe;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * The same picture without place, camera, thumbnail, comments and whatever follows its end. Only the way up stays,
 * since phones store photos lying on their side.
 */
export function cleanJpeg(bytes: Buffer): CleanImage {
	const kept: Buffer[] = [Buffer.of(0xff, SOI)];
	let size: { width: number; height: number } | undefined;
	let orientation = 1;
	for (let at = 2; ;) {
		while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
		const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
		if (marker === undefined) throw new Broken();
		if (marker === EOI) break;
		const end = hasNoLength(marker) ? at + 2 : at + 2 + lengthAt(bytes, at + 2);
		if (end > bytes.length) throw new Broken();
		const segment = bytes.subarray(at, end);
		if (marker === APP1) orientation = orientationIn(segment) ?? orientation;
		else if (!(marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.has(marker)) && marker !== COMMENT) kept.push(segment);
		if (isFrame(marker)) size ??= { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		at = end;
		if (marker === SOS) {
			at = endOfScan(bytes, end);
			kept.push(bytes.subarray(end, at));
		}
	}
	if (!size) throw new Broken();
	if (orientation > 1) kept.splice(1, 0, orientationSegment(orientation));
	return { ...size, bytes: Buffer.concat([...kept, Buffer.of(0xff, EOI)]) };
}

function lengthAt(bytes: Buffer, at: number): number {
	const length = at + 2 <= bytes.length ? bytes.readUInt16BE(at) : 0;
	if (length < 2) throw new Broken();
	return length;
}

/** Picture data runs until a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1]!;
		if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
	}
	throw new Broken();
}

/** Tag 0x0112 of the first directory of an Exif segment. */
function orientationIn(segment: Buffer): number | undefined {
	if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 20) return undefined;
	const tiff = segment.subarray(10);
	const little = tiff.toString('latin1', 0, 2) === 'II';
	const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	for (let i = 0; i < u16(directory); i++) {
		const entry = directory + 2 + i * 12;
		const value = u16(entry + 8);
		if (u16(entry) === 0x0112 && value >= 1 && value <= 8) return value;
	}
	return undefined;
}

function orientationSegment(orientation: number): Buffer {
	const segment = Buffer.from('ffe1002245786966000049492a000800000001001201030001000000000000000000000000', 'hex');
	segment.writeUInt16LE(orientation, 28);
	return segment.subarray(0, 36);
}
