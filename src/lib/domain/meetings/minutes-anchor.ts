import * as Y from 'yjs';
import { minutesFragment } from './minutes-document.ts';
import { mentionText } from './minutes-mention.ts';

/** Words of the minutes that something beside them points at. Never written into the document. */
export interface Anchor {
	/** Encoded Yjs relative positions: they move with what is written around the words. */
	start: Uint8Array;
	end: Uint8Array;
	/** Block in which the words began. */
	block: string | null;
	/** The words as they were. */
	quote: string;
}

/** Where the words of an anchor stand now. */
export interface Anchored {
	from: Y.RelativePosition;
	to: Y.RelativePosition;
	block: string | null;
	words: string;
}

/** The longest text that is quoted; what is pointed at may be longer. */
export const LONGEST_QUOTE = 300;
/** Words that were written anew are known again in their own block, and beside it if they are more than a few. */
const LEAST_TO_KNOW_AGAIN = { inBlock: 2, beside: 4 };

type Type = Y.AbstractType<unknown>;

/** The minutes as one string, and where each of its parts begins. Blocks are apart by a line break. */
interface Layout {
	words: string;
	texts: { type: Y.XmlText; from: number; to: number }[];
	blocks: { id: string; from: number; to: number }[];
	/** Of an element: where each of its children begins, and where the last one ends. */
	children: Map<Type, number[]>;
}

function layOut(doc: Y.Doc): Layout {
	const layout: Layout = { words: '', texts: [], blocks: [], children: new Map() };
	const walk = (parent: Y.XmlFragment | Y.XmlElement): void => {
		const begins: number[] = [];
		layout.children.set(parent as Type, begins);
		for (const child of parent.toArray()) {
			const from = layout.words.length;
			begins.push(from);
			if (child instanceof Y.XmlText) {
				layout.words += wordsOf(child);
				layout.texts.push({ type: child, from, to: layout.words.length });
			} else if (child instanceof Y.XmlElement) {
				if (child.nodeName === 'mention') layout.words += mentionText(child.getAttributes());
				else walk(child);
				const id: unknown = child.getAttribute('id');
				if (holdsText(child) && typeof id === 'string') layout.blocks.push({ id, from, to: layout.words.length });
				if (holdsText(child)) layout.words += '\n';
			}
		}
		begins.push(layout.words.length);
	};
	walk(minutesFragment(doc));
	return layout;
}

const holdsText = ({ nodeName }: Y.XmlElement) => nodeName === 'paragraph' || nodeName === 'heading';

/** As many characters as Yjs counts. */
function wordsOf(text: Y.XmlText): string {
	let words = '';
	for (let item = text._start; item; item = item.right) {
		if (item.deleted || !item.countable) continue;
		words += item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length);
	}
	return words;
}

/** Place of an encoded position in the layout's string; null where what it belonged to is gone, or nobody knows it. */
function placeOf(doc: Y.Doc, layout: Layout, position: Uint8Array): number | null {
	const found = absolute(doc, position);
	if (!found) return null;
	const text = layout.texts.find(({ type }) => type === found.type);
	if (text) return Math.min(text.from + found.index, text.to);
	return layout.children.get(found.type as Type)?.[found.index] ?? null;
}

/** A client may send anything as a position. */
function absolute(doc: Y.Doc, position: Uint8Array): Y.AbsolutePosition | null {
	try {
		return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(position), doc);
	} catch {
		return null;
	}
}

function anchoredAt({ words, texts, blocks }: Layout, from: number, to: number): Anchored | null {
	// what is written at either edge does not belong to it
	const first = texts.find((text) => text.from <= from && from < text.to);
	const last = texts.findLast((text) => text.from < to && to <= text.to);
	if (!first || !last) return null;
	return {
		from: Y.createRelativePositionFromTypeIndex(first.type, from - first.from),
		to: Y.createRelativePositionFromTypeIndex(last.type, to - last.from, -1),
		block: blocks.find((block) => block.from <= from && from < block.to)?.id ?? null,
		words: words.slice(from, to)
	};
}

/**
 * An anchor for what stands between two positions, as a client claims them; null where the document does not have them
 * (what was typed last may not be saved yet), or where no words stand between.
 */
export function anchorBetween(doc: Y.Doc, start: Uint8Array, end: Uint8Array): Anchor | null {
	const layout = layOut(doc);
	const [from, to] = [placeOf(doc, layout, start), placeOf(doc, layout, end)];
	if (from == null || to == null || from >= to) return null;
	// blank space at the edges is left out: a whole paragraph is meant without its end
	const found = layout.words.slice(from, to);
	const first = from + (found.length - found.trimStart().length);
	const anchored = found.trim() === '' ? null : anchoredAt(layout, first, first + found.trim().length);
	return (
		anchored && {
			start: Y.encodeRelativePosition(anchored.from),
			end: Y.encodeRelativePosition(anchored.to),
			block: anchored.block,
			quote: cut(anchored.words)
		}
	);
}

/**
 * Where the words of an anchor stand now; null once they have been deleted. Editors that split or join paragraphs, or
 * take a deletion back, write words anew: the very same ones that stand once in the same block or beside it are known again.
 */
export function locateAnchor(doc: Y.Doc, anchor: Anchor): Anchored | null {
	const layout = layOut(doc);
	const [from, to] = [placeOf(doc, layout, anchor.start), placeOf(doc, layout, anchor.end)];
	if (from != null && to != null && from < to && layout.words.slice(from, to).trim() !== '') {
		return anchoredAt(layout, from, to);
	}
	return knownAgain(layout, anchor);
}

function knownAgain(layout: Layout, { quote, block }: Anchor): Anchored | null {
	if (quote.length >= LONGEST_QUOTE) return null;
	const at = layout.blocks.findIndex(({ id }) => id === block);
	const [own, near] = [layout.blocks.slice(at, at + 1), layout.blocks.slice(Math.max(0, at - 1), at + 2)];
	return (
		(at >= 0 && quote.length >= LEAST_TO_KNOW_AGAIN.inBlock ? onlyIn(layout, own, quote) : null) ??
		(quote.length >= LEAST_TO_KNOW_AGAIN.beside ? onlyIn(layout, at < 0 ? layout.blocks : near, quote) : null)
	);
}

/** The words in these blocks, where they stand there once. */
function onlyIn(layout: Layout, blocks: Layout['blocks'], words: string): Anchored | null {
	if (blocks.length === 0) return null;
	const [first, last] = [blocks[0]!.from, blocks.at(-1)!.to];
	const place = layout.words.slice(first, last).indexOf(words);
	if (place < 0 || layout.words.slice(first + place + 1, last).includes(words)) return null;
	return anchoredAt(layout, first + place, first + place + words.length);
}

const cut = (words: string): string => [...words].slice(0, LONGEST_QUOTE).join('');
