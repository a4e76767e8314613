import { crc32, deflateSync } from 'node:zlib';

/** Small files of each type, made of bytes. */
const latin = (text: string) => Buffer.from(text, 'latin1');

export const jpegSegment = (marker: number, data: Buffer): Buffer => {
	const head = Buffer.of(0xff, marker, 0, 0);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([head, data]);
};

export const exifWithOrientation = (orientation: number): Buffer => {
	const tiff = Buffer.from('4d4d002a00000008000201120003000000010000000088250004000000010000002600000000', 'hex');
	tiff.writeUInt16BE(orientation, 18);
	return Buffer.concat([latin('Exif\0\0'), tiff, latin('GPS 39.9042 116.4074')]);
};

export function jpeg({ width = 4, height = 3, extra = [] as Buffer[], tail = latin('') as Buffer } = {}): Buffer {
	const frame = Buffer.from('080000000001011100', 'hex');
	frame.writeUInt16BE(height, 1);
	frame.writeUInt16BE(width, 3);
	return Buffer.concat([
		Buffer.of(0xff, 0xd8),
		jpegSegment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
		...extra,
		jpegSegment(0xc0, frame),
		jpegSegment(0xda, Buffer.from('0101000000', 'hex')),
		Buffer.from('a1b2ff00c3ffd0d4', 'hex'),
		Buffer.of(0xff, 0xd9),
		tail
	]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([latin(type), data]);
	const chunk = Buffer.concat([Buffer.alloc(4), body, Buffer.alloc(4)]);
	chunk.writeUInt32BE(data.length, 0);
	chunk.writeUInt32BE(crc32(body), 4 + body.length);
	return chunk;
}

export function png({ width = 2, height = 2, extra = [] as Buffer[], tail = latin('') as Buffer } = {}): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const rows = Buffer.alloc(Math.min(height, 4) * (Math.min(width, 4) + 1));
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		pngChunk('IHDR', header),
		...extra,
		pngChunk('IDAT', deflateSync(rows)),
		pngChunk('IEND', Buffer.alloc(0)),
		tail
	]);
}

const riffChunk = (type: string, data: Buffer): Buffer => {
	const head = latin(`${type}\0\0\0\0`);
	head.writeUInt32LE(data.length, 4);
	return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
};

export function webp({ width = 2, height = 2, exif = latin('') as Buffer } = {}): Buffer {
	const canvas = Buffer.alloc(10);
	canvas[0] = exif.length ? 0b1000 : 0;
	canvas.writeUIntLE(width - 1, 4, 3);
	canvas.writeUIntLE(height - 1, 7, 3);
	const lossless = Buffer.from('2f010000000000000000', 'hex');
	const chunks = [riffChunk('VP8X', canvas), riffChunk('VP8L', lossless)];
	if (exif.length) chunks.push(riffChunk('EXIF', exif));
	return riffChunk('RIFF', Buffer.concat([latin('WEBP'), ...chunks]));
}

export const pdf = (tail = '') =>
	latin(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n${tail}`);

/** A ZIP with stored entries; `claim` overrides the unpacked size it states. */
export function zip(entries: Record<string, string>, { claim }: { claim?: number } = {}): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(entries)) {
		const [path, data] = [Buffer.from(name), Buffer.from(text)];
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt32LE(crc32(data), 14);
		local.writeUInt32LE(data.length, 18);
		local.writeUInt32LE(data.length, 22);
		local.writeUInt16LE(path.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt32LE(crc32(data), 16);
		central.writeUInt32LE(data.length, 20);
		central.writeUInt32LE(claim ?? data.length, 24);
		central.writeUInt16LE(path.length, 28);
		central.writeUInt32LE(offset, 42);
		files.push(local, path, data);
		directory.push(central, path);
		offset += 30 + path.length + data.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(directory.length / 2, 8);
	end.writeUInt16LE(directory.length / 2, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, central, end]);
}

export const docx = (extra: Record<string, string> = {}, options: { claim?: number } = {}) =>
	zip(
		{
			'[Content_Types].xml':
				'<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
			'word/document.xml': '<w:document/>',
			...extra
		},
		options
	);

/** The head of an old office file with a stream of this name. */
export const oldOffice = (...streams: string[]) =>
	Buffer.concat([
		Buffer.from('d0cf11e0a1b11ae1', 'hex'),
		Buffer.alloc(504),
		...streams.map((s) => Buffer.from(s, 'utf16le'))
	]);
