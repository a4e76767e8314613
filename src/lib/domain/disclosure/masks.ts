import { maskedName } from '../shared/masked-name.ts';
import type { Decided, FindingKind } from './personal-data.ts';
import type { TextTable } from './text-table.ts';

/** Stands for what is hidden; full width, so that no text takes it for emphasis. */
const HIDDEN = '＊';

/** As much as the person needs to recognise it, and nobody else can use. */
export function maskOf(kind: FindingKind, text: string): string {
	switch (kind) {
		case 'name':
			return maskedName(text);
		case 'phone':
			return hideDigits(text, 3, 4);
		case 'id-number':
			return hideDigits(text, 3, 2);
		case 'bank-card':
			return hideDigits(text, 0, 4);
		case 'plate':
			return `${text.slice(0, 2)}${HIDDEN.repeat(3)}${text.slice(-2)}`;
		case 'address':
			return text.replace(/([\d０-９]{3,4})( ?[室户号])?$/, `${HIDDEN.repeat(3)}$2`);
		default:
			return kind satisfies never;
	}
}

/** Shows the first and last few characters that carry the number; separators stay. */
function hideDigits(text: string, first: number, last: number): string {
	const total = text.replace(/[^\p{N}Xx]/gu, '').length;
	let place = 0;
	return text.replace(/[\p{N}Xx]/gu, (digit) => {
		place++;
		return place <= first || place > total - last ? digit : HIDDEN;
	});
}

/** The text with everything that is to be masked masked; longer findings first, so that none is cut by another. */
export function applyMasks(text: string, decided: readonly Pick<Decided, 'text' | 'masked' | 'decision'>[]): string {
	return decided
		.filter(({ decision }) => decision === 'mask')
		.toSorted((a, b) => b.text.length - a.text.length)
		.reduce((masked, finding) => masked.replaceAll(finding.text, finding.masked), text);
}

export const maskTable = (table: TextTable | null, decided: readonly Decided[]): TextTable | null =>
	table && { head: table.head, rows: table.rows.map((row) => row.map((cell) => applyMasks(cell, decided))) };

interface Node {
	text?: string;
	/** A mention shows the name in `label`; `alt` says what is seen on a picture. */
	attrs?: Record<string, unknown>;
	content?: Node[];
}

/** A document's tree of nodes with the same words masked as in its disclosure. */
export function maskNode<N extends Node>(node: N, decided: readonly Decided[]): N {
	const masked = { ...node };
	if (node.text !== undefined) masked.text = applyMasks(node.text, decided);
	for (const shown of ['label', 'alt']) {
		const words = node.attrs?.[shown];
		if (typeof words === 'string') masked.attrs = { ...masked.attrs, [shown]: applyMasks(words, decided) };
	}
	if (node.content) masked.content = node.content.map((child) => maskNode(child, decided));
	return masked;
}
