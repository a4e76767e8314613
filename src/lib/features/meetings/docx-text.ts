import { TextRun } from 'docx';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { mentionText } from '#lib/domain/meetings/minutes-mention.ts';

/** The words of a block with their marks; a mention is the name it shows. */
export function docxText(node: MinutesNode, before = ''): TextRun[] {
	const first = before ? [new TextRun(before)] : [];
	if (node.text !== undefined) return [...first, run(node)];
	if (node.type === 'hardBreak') return [...first, new TextRun({ break: 1 })];
	if (node.type === 'mention') return [...first, new TextRun(cleanText(mentionText(node.attrs)))];
	return [...first, ...(node.content ?? []).flatMap((one) => docxText(one))];
}

function run({ text = '', marks = [] }: MinutesNode): TextRun {
	const has = (type: string) => marks.some((mark) => mark.type === type);
	return new TextRun({
		text: cleanText(text),
		bold: has('bold'),
		italics: has('italic'),
		strike: has('strike'),
		...(has('underline') ? { underline: {} } : {})
	});
}

/** XML has no place for control characters and half characters, which a client may have written. */
export const cleanText = (text: string): string =>
	text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
