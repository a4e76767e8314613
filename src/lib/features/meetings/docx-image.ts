import { ImageRun, Paragraph, TextRun } from 'docx';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { imageOf, imageText, pixels } from '#lib/domain/meetings/minutes-image.ts';
import { cleanText } from './docx-text.ts';

/** As wide as the text of a page, in pixels of 1/96 inch; a picture is no higher than it leaves words beside it. */
const WIDEST = 560;
const HIGHEST = 640;

/** A picture with what is said of it below; words alone where its bytes are not at hand. */
export function docxImage({ attrs }: MinutesNode, images: ReadonlyMap<string, Uint8Array>): Paragraph[] {
	const image = imageOf(attrs);
	const bytes = image && images.get(image.file);
	if (!image || !bytes) return [new Paragraph({ children: [new TextRun(cleanText(imageText(attrs)))] })];
	const [width, height] = [pixels(attrs?.width) ?? 400, pixels(attrs?.height) ?? 300];
	const scale = Math.min(1, WIDEST / width, HIGHEST / height);
	const words = cleanText(image.alt);
	const shown = new ImageRun({
		type: bytes[0] === 0xff ? 'jpg' : 'png',
		data: bytes,
		transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
		altText: { name: words, title: words, description: words }
	});
	return [
		new Paragraph({ keepNext: true, children: [shown] }),
		new Paragraph({ children: [new TextRun({ text: words, italics: true, size: 20 })] })
	];
}
