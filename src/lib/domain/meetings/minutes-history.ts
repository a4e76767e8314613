import * as Y from 'yjs';
import { minutesFragment } from './minutes-document.ts';

/** Beyond so many pairs of blocks a restored version is written anew as a whole. */
const MOST_CELLS = 4_000_000;

/** How many characters of a paragraph stand there as each client wrote them. */
export interface BlockAuthors {
	id: string;
	text: string;
	clients: Map<number, number>;
}

/** Who wrote what, paragraph by paragraph in reading order. Words that were moved count for who moved them. */
export function authorsOf(doc: Y.Doc): BlockAuthors[] {
	const blocks: BlockAuthors[] = [];
	const walk = (node: Y.XmlFragment | Y.XmlElement): void => {
		for (const child of node.toArray()) {
			if (!(child instanceof Y.XmlElement)) continue;
			const id: unknown = child.getAttribute('id');
			const holdsText = child.nodeName === 'paragraph' || child.nodeName === 'heading';
			if (holdsText && typeof id === 'string') blocks.push({ id, ...written(child) });
			if (!holdsText) walk(child);
		}
	};
	walk(minutesFragment(doc));
	return blocks;
}

function written(block: Y.XmlElement): Omit<BlockAuthors, 'id'> {
	const clients = new Map<number, number>();
	let text = '';
	for (const child of block.toArray()) {
		if (!(child instanceof Y.XmlText)) continue;
		for (let item = child._start; item; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			text += item.content.str;
			clients.set(item.id.client, (clients.get(item.id.client) ?? 0) + item.length);
		}
	}
	return { text, clients };
}

/**
 * Makes the minutes say again what they said in `version`, by new edits: what stands there unchanged is left alone, so that
 * its words keep their authors; nothing of the history is touched.
 */
export function restoreMinutes(doc: Y.Doc, version: Y.Doc): void {
	const fragment = minutesFragment(doc);
	const target = minutesFragment(version).toArray();
	const wanted = target.map(String);
	const there = fragment.toArray().map(String);
	let place = 0;
	const keep = longestCommon(there, wanted);
	let [i, j] = [0, 0];
	for (const [keptThere, keptWanted] of [...keep, [there.length, wanted.length] as const]) {
		fragment.delete(place, keptThere - i);
		const copies = target.slice(j, keptWanted).map((node) => (node as Y.XmlElement).clone());
		fragment.insert(place, copies);
		place += copies.length + 1;
		[i, j] = [keptThere + 1, keptWanted + 1];
	}
}

/** Places in both lists of what they have in common, in order. */
function longestCommon(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
	// so many changes that it is not worth finding what stayed
	if (a.length * b.length > MOST_CELLS) return [];
	const width = b.length + 1;
	const left = new Uint32Array((a.length + 1) * width);
	for (let i = a.length - 1; i >= 0; i--) {
		for (let j = b.length - 1; j >= 0; j--) {
			left[i * width + j] =
				a[i] === b[j]
					? left[(i + 1) * width + j + 1]! + 1
					: Math.max(left[(i + 1) * width + j]!, left[i * width + j + 1]!);
		}
	}
	const pairs: (readonly [number, number])[] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		if (a[i] === b[j]) pairs.push([i++, j++]);
		else if (left[(i + 1) * width + j]! >= left[i * width + j + 1]!) i++;
		else j++;
	}
	return pairs;
}
