import * as Y from 'yjs';
import { changesBetween } from '../shared/changes.ts';
import { minutesFragment } from './minutes-document.ts';
import { mentionText } from './minutes-mention.ts';

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
	const count = (client: number, words: string) => {
		text += words;
		clients.set(client, (clients.get(client) ?? 0) + words.length);
	};
	for (const child of block.toArray()) {
		if (child instanceof Y.XmlElement && child.nodeName === 'mention') {
			count(child._item!.id.client, mentionText(child.getAttributes()));
		}
		if (!(child instanceof Y.XmlText)) continue;
		for (let item = child._start; item; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			count(item.id.client, item.content.str);
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
	const wanted = minutesFragment(version).toArray();
	let place = 0;
	let taken = 0;
	for (const { change } of changesBetween(fragment.toArray().map(String), wanted.map(String))) {
		if (change === 'removed') fragment.delete(place, 1);
		else {
			const node = wanted[taken++] as Y.XmlElement;
			if (change === 'added') fragment.insert(place, [node.clone()]);
			place++;
		}
	}
}
