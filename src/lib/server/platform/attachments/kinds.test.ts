import { describe, expect, test } from 'vitest';
import {
	docx,
	exifWithOrientation,
	jpeg,
	jpegSegment,
	oldOffice,
	pdf,
	png,
	pngChunk,
	webp,
	zip
} from '../../../../../tests/support/files.ts';
import { inspectFile } from './kinds.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const taken = async (bytes: Buffer, name = 'file') => {
	const result = await inspectFile(bytes, name);
	if (!result.ok) throw new Error(result.refusal.code);
	return result.value;
};
const refusal = async (bytes: Buffer, name = 'file') => {
	const result = await inspectFile(bytes, name);
	return result.ok ? `taken as ${result.value.mediaType}` : result.refusal.code;
};

describe('what is taken, by its bytes and whatever its name says', () => {
	test.each<[string, Buffer, string]>([
		['jpg', jpeg(), 'notice.exe'],
		['png', png(), 'a.jpg'],
		['webp', webp(), 'a.svg'],
		['pdf', pdf(), 'a'],
		['docx', docx(), 'a.html'],
		['doc', oldOffice('WordDocument'), 'a.doc'],
		['xls', oldOffice('Workbook'), 'a.xls'],
		['txt', Buffer.from('停水通知：明早九点'), 'a.html'],
		['csv', Buffer.from('项目,金额\n电费,1200'), 'a.csv']
	])('%s', async (extension, bytes, name) => {
		expect((await taken(bytes, name)).extension).toBe(extension);
	});

	test('a Chinese spreadsheet’s CSV in GB 18030 is kept as UTF-8', async () => {
		// 项目,金额
		const { bytes } = await taken(Buffer.from('cfeec4bf2cbdf0b6ee', 'hex'), 'a.csv');
		expect(bytes.toString()).toBe('\ufeff项目,金额');
	});
});

describe('what is refused', () => {
	test.each<[string, Buffer, string]>([
		['SVG', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'attachments.type-refused'],
		['SVG behind an XML head', latin('<?xml version="1.0"?>\n<svg onload="x"/>'), 'attachments.type-refused'],
		['HTML', latin('<!doctype html><script>alert(1)</script>'), 'attachments.type-refused'],
		['text with a script in it', latin('hello\n< script src=x>'), 'attachments.type-refused'],
		['a Windows program', latin('MZ\x90\0' + '\0'.repeat(300)), 'attachments.type-refused'],
		['a Linux program', latin('\x7fELF\x02\x01\x01' + '\0'.repeat(100)), 'attachments.type-refused'],
		['a plain ZIP', zip({ 'a.txt': 'x' }), 'attachments.type-refused'],
		['a JAR', zip({ 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' }), 'attachments.type-refused'],
		['an installer that calls itself .doc', oldOffice('Installer'), 'attachments.type-refused'],
		['control characters', latin('a\0b'), 'attachments.type-refused'],
		['a GIF', latin('GIF89a\x01\0\x01\0\0\0\0'), 'attachments.type-refused'],
		['macros in a document', docx({ 'word/vbaProject.bin': 'x' }), 'attachments.macros'],
		['macros in an old document', oldOffice('WordDocument', '_VBA_PROJECT'), 'attachments.macros'],
		['a document that unpacks to gigabytes', docx({}, { claim: 0x7fffffff }), 'attachments.broken'],
		['a document that climbs out of its folder', docx({ '../../etc/passwd': 'x' }), 'attachments.broken'],
		['a document with a tail', Buffer.concat([docx(), latin('<script>')]), 'attachments.broken'],
		['a PDF that is a ZIP as well', Buffer.concat([pdf(), zip({ 'a.class': 'x' })]), 'attachments.broken'],
		['a PDF that goes on behind its end', Buffer.concat([pdf(), Buffer.alloc(5000, 'x')]), 'attachments.broken'],
		['half a JPEG', jpeg().subarray(0, 30), 'attachments.broken'],
		['half a PNG', png().subarray(0, 40), 'attachments.broken'],
		['half a WebP', webp().subarray(0, 30), 'attachments.broken']
	])('%s', async (_, bytes, code) => {
		expect(await refusal(bytes, 'report.txt')).toBe(code);
	});

	test.each([
		['JPEG', jpeg({ width: 60_000, height: 60_000 })],
		['PNG', png({ width: 30_000, height: 2 })],
		['WebP', webp({ width: 16_000, height: 16_000 })]
	])('a %s of too many pixels', async (_, bytes) => {
		expect(await refusal(bytes)).toBe('attachments.image-too-large');
	});

	test('a PNG whose chunk was altered', async () => {
		const bytes = png();
		bytes[18]! ^= 1;
		expect(await refusal(bytes)).toBe('attachments.broken');
	});
});

describe('what a picture loses', () => {
	test('a JPEG keeps the way up and its colours, and loses place, texts and whatever follows it', async () => {
		const { bytes } = await taken(
			jpeg({
				extra: [
					jpegSegment(0xe1, exifWithOrientation(6)),
					jpegSegment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>')),
					jpegSegment(0xe2, latin('ICC_PROFILE\0colours')),
					jpegSegment(0xed, latin('Photoshop 3.0\0secret')),
					jpegSegment(0xfe, latin('secret comment'))
				],
				tail: zip({ 'evil.class': 'secret' })
			})
		);
		const text = bytes.toString('latin1');
		expect(text).not.toMatch(/GPS|secret|xmp|PK\x03/);
		expect(text).toContain('ICC_PROFILE\0colours');
		const exif = bytes.indexOf('Exif\0\0', 0, 'latin1');
		expect(bytes.readUInt16LE(exif + 6 + 18)).toBe(6);
		expect(bytes.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9));
		// cleaning once is enough: what was cleaned stays as it is
		expect((await taken(bytes)).bytes).toEqual(bytes);
	});

	test('a JPEG that lies upright carries no Exif at all', async () => {
		const { bytes } = await taken(jpeg({ extra: [jpegSegment(0xe1, exifWithOrientation(1))] }));
		expect(bytes).toEqual(jpeg());
	});

	test('a PNG loses texts, Exif and its tail', async () => {
		const extra = [pngChunk('tEXt', latin('Comment\0secret')), pngChunk('eXIf', exifWithOrientation(1))];
		const { bytes } = await taken(png({ extra, tail: latin('<script>secret</script>') }));
		expect(bytes).toEqual(png());
	});

	test('a WebP loses Exif and the flag that announces it', async () => {
		const { bytes } = await taken(webp({ exif: exifWithOrientation(1) }));
		expect(bytes).toEqual(webp());
	});
});
