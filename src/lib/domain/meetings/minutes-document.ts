import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { imageText } from './minutes-image.ts';
import { mentionText } from './minutes-mention.ts';

/** Shape of minutes: `getXmlFragment('default')`, ProseMirror nodes; every block carries an `id`. */
export const MINUTES_SCHEMA = 1;

export function minutesFragment(doc: Y.Doc): Y.XmlFragment {
	return doc.getXmlFragment('default');
}

/** Id of the heading of an agenda item's section. */
export const sectionId = (itemId: string): string => `item-${itemId}`;

/** Minutes with a heading and an empty paragraph for each agenda item, as their first update. Written once, by the server. */
export function initialMinutes(items: readonly { id: string; number: string; title: string }[]): Uint8Array {
	const doc = new Y.Doc();
	doc.transact(() => {
		minutesFragment(doc).insert(
			0,
			items.flatMap(({ id, number, title }) => [
				block('heading', sectionId(id), { level: 2 }, `${number} ${title}`),
				block('paragraph', `text-${id}`, {}, '')
			])
		);
	});
	return Y.encodeStateAsUpdate(doc);
}

/** One block as the editor would write it. What holds words has its text even where it is empty: two can begin it at once. */
export function block(name: string, id: string, attributes: Record<string, unknown>, text?: string): Y.XmlElement {
	const element = new Y.XmlElement<Record<string, object>>(name);
	element.setAttribute('id', id as unknown as object);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value as object);
	if (text !== undefined) element.insert(0, [new Y.XmlText(text)]);
	return element as unknown as Y.XmlElement;
}

/** ProseMirror JSON of the minutes: what is rendered, exported and sealed. */
export interface MinutesNode {
	type: string;
	attrs?: Record<string, unknown>;
	content?: MinutesNode[];
	text?: string;
	marks?: { type: string; attrs?: Record<string, unknown> }[];
}

export function minutesJson(doc: Y.Doc): MinutesNode {
	return withoutEmptyContent(yXmlFragmentToProsemirrorJSON(minutesFragment(doc)) as MinutesNode);
}

/** An empty paragraph is the same whether or not it keeps an empty text. */
function withoutEmptyContent({ content, ...node }: MinutesNode): MinutesNode {
	return content?.length ? { ...node, content: content.map(withoutEmptyContent) } : node;
}

export interface MinutesBlock {
	id: string;
	type: string;
	text: string;
	/** Agenda item in whose section it stands; null ahead of the first. */
	itemId: string | null;
}

/** Blocks that say something of their own (paragraphs, headings, list items' and cells' paragraphs, pictures), in reading order. */
export function minutesBlocks(doc: Y.Doc): MinutesBlock[] {
	return blocksOf(minutesJson(doc));
}

export function blocksOf(root: MinutesNode): MinutesBlock[] {
	const blocks: MinutesBlock[] = [];
	let itemId: string | null = null;
	const walk = (node: MinutesNode): void => {
		const id = node.attrs?.id;
		const holdsText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'image';
		if (holdsText && typeof id === 'string') {
			if (id.startsWith('item-')) itemId = id.slice('item-'.length);
			blocks.push({ id, type: node.type, text: textOf(node), itemId });
		}
		if (!holdsText) node.content?.forEach(walk);
	};
	walk(root);
	return blocks;
}

/** The words of a node without its marks. A mention is the name it shows, a picture what is said of it. */
function textOf(node: MinutesNode): string {
	if (node.text !== undefined) return node.text;
	if (node.type === 'mention') return mentionText(node.attrs);
	if (node.type === 'image') return imageText(node.attrs);
	if (node.type === 'hardBreak') return '\n';
	return (node.content ?? []).map(textOf).join('');
}
