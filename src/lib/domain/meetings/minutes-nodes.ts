import type { MinutesNode } from './minutes-document.ts';

/** Nodes of a document that the portal writes itself, such as what stands around the minutes on paper. */
type Content = string | MinutesNode | (string | MinutesNode)[];

const inline = (content: Content): MinutesNode[] =>
	(Array.isArray(content) ? content : [content])
		.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one))
		// ProseMirror knows no empty text
		.filter((one) => one.text !== '');

export const bold = (text: string): MinutesNode => ({ type: 'text', text, marks: [{ type: 'bold' }] });
export const paragraph = (content: Content): MinutesNode => ({ type: 'paragraph', content: inline(content) });
export const heading = (text: string, level = 2): MinutesNode => ({
	type: 'heading',
	attrs: { level },
	content: inline(text)
});
export const quote = (text: string): MinutesNode => ({ type: 'blockquote', content: [paragraph(text)] });

/** A table whose first row is its head. Cells may hold several paragraphs. */
export const table = (
	head: readonly string[],
	rows: readonly (readonly (string | readonly string[])[])[]
): MinutesNode => ({
	type: 'table',
	content: [
		{ type: 'tableRow', content: head.map((text) => ({ type: 'tableHeader', content: [paragraph(text)] })) },
		...rows.map((row) => ({
			type: 'tableRow',
			content: row.map((cell) => ({
				type: 'tableCell',
				content: (typeof cell === 'string' ? [cell] : cell).map((text) => paragraph(text))
			}))
		}))
	]
});
