import * as Y from 'yjs';
import { minutesBlocks, minutesFragment, sectionId } from '#lib/domain/meetings/minutes-document.ts';
import { blocksOfText, writeWords } from './minutes-text.ts';
import type { SharedDocument } from './shared-document.ts';

const idOf = (node: unknown) => (node instanceof Y.XmlElement ? String(node.getAttribute('id') ?? '') : '');

/** Writes at the end of an item's section; the first line fills the empty paragraph that stood there. */
export const writeSection = (
	document: SharedDocument,
	itemId: string,
	by: string,
	text: string,
	newId: () => string
): Promise<void> =>
	document.write(by, (doc) => {
		const fragment = minutesFragment(doc);
		const nodes = fragment.toArray();
		const heading = nodes.findIndex((node) => idOf(node) === sectionId(itemId));
		const next = nodes.findIndex((node, i) => i > heading && idOf(node).startsWith('item-'));
		const first = (nodes[heading + 1] as Y.XmlElement).get(0) as Y.XmlText;
		const [opening, ...others] = text.trim().split('\n');
		const empty = first.length === 0;
		if (empty) writeWords(first, opening!.trim());
		const blocks = blocksOfText(empty ? others.join('\n') : text, newId);
		fragment.insert(next < 0 ? nodes.length : next, blocks);
	});

/** Puts blocks at the end of an item's section. */
export function insertAtEnd(doc: Y.Doc, itemId: string, blocks: Y.XmlElement[]): void {
	const nodes = minutesFragment(doc).toArray();
	const heading = nodes.findIndex((node) => idOf(node) === sectionId(itemId));
	const next = nodes.findIndex((node, i) => i > heading && idOf(node).startsWith('item-'));
	minutesFragment(doc).insert(next < 0 ? nodes.length : next, blocks);
}

/** Id of the paragraph that begins with these words. */
export function paragraphOf(doc: Y.Doc, words: string): string {
	const found = minutesBlocks(doc).filter(({ text }) => text.startsWith(words));
	if (found.length !== 1) throw new Error(`The demo has ${found.length} paragraphs that begin with ${words}.`);
	return found[0]!.id;
}
