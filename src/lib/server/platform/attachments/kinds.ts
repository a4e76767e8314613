import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { Broken, type CleanImage } from './image.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { textKind } from './text.ts';
import { cleanWebp } from './webp.ts';
import { readZipDirectory } from './zip.ts';

/** A file as it may be kept: what it is by its bytes, and those bytes, cleaned where they are a picture. */
export interface Inspected {
	mediaType: string;
	extension: string;
	bytes: Buffer;
	/** Of a picture, in pixels. */
	size?: { width: number; height: number };
}

const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 20_000;

const IMAGES: Record<string, (bytes: Buffer) => CleanImage> = { jpg: cleanJpeg, png: cleanPng, webp: cleanWebp };
const OFFICE = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp']);
/** Streams that tell what an old office file (CFB) is. */
const OLD_OFFICE: [stream: string, extension: string, mediaType: string][] = [
	['WordDocument', 'doc', 'application/msword'],
	['Workbook', 'xls', 'application/vnd.ms-excel'],
	['PowerPoint Document', 'ppt', 'application/vnd.ms-powerpoint']
];

/**
 * Decides by the bytes what a file is, whatever its name says. Taken: JPEG, PNG and WebP, PDF, office documents
 * without macros, plain text and CSV. Everything else is refused: default deny.
 */
export async function inspectFile(bytes: Buffer, name: string): Promise<Result<Inspected>> {
	const found = await fileTypeFromBuffer(bytes);
	try {
		if (!found) return textKind(bytes, name);
		const { ext, mime } = found;
		if (Object.hasOwn(IMAGES, ext)) return inspectImage(IMAGES[ext]!(bytes), ext, mime);
		if (ext === 'pdf') return isOnlyPdf(bytes) ? ok({ mediaType: mime, extension: ext, bytes }) : broken();
		if (OFFICE.has(ext)) {
			const macros = readZipDirectory(bytes).some((entry) => /vbaProject|^Basic\//i.test(entry));
			return macros ? refuse('attachments.macros') : ok({ mediaType: mime, extension: ext, bytes });
		}
		if (ext === 'cfb') return inspectOldOffice(bytes);
	} catch (error) {
		if (error instanceof Broken) return broken();
		throw error;
	}
	return refuse('attachments.type-refused');
}

const broken = () => refuse('attachments.broken');

function inspectImage({ width, height, bytes }: CleanImage, extension: string, mediaType: string): Result<Inspected> {
	if (!width || !height) return broken();
	if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
		return refuse('attachments.image-too-large', { params: { width, height } });
	}
	return ok({ mediaType, extension, bytes, size: { width, height } });
}

/** Begins as a PDF, ends as a PDF, and carries no archive behind its end. */
function isOnlyPdf(bytes: Buffer): boolean {
	const end = bytes.lastIndexOf('%%EOF');
	return bytes.indexOf('%PDF-') === 0 && end >= bytes.length - 1024 && bytes.indexOf('PK\x05\x06', end, 'latin1') < 0;
}

function inspectOldOffice(bytes: Buffer): Result<Inspected> {
	const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
	const kind = OLD_OFFICE.find(([stream]) => has(stream));
	if (!kind) return refuse('attachments.type-refused');
	if (has('_VBA_PROJECT')) return refuse('attachments.macros');
	return ok({ mediaType: kind[2], extension: kind[1], bytes });
}
