import * as Y from 'yjs';
import { isId } from '../shared/is-id.ts';
import { minutesFragment } from './minutes-document.ts';

/** How long a mention stands before its person is told (ms): what is taken back at once tells nobody. */
export const MENTION_RESTS_MS = 60_000;

export interface PersonMentioned {
	personId: string;
	/** Paragraph or heading it stands in. */
	block: string;
	/** Yjs client that wrote it. */
	client: number;
}

/** The people that minutes mention, each once a paragraph. Items of the agenda are not among them. */
export function peopleMentioned(doc: Y.Doc): PersonMentioned[] {
	const found = new Map<string, PersonMentioned>();
	const walk = (node: Y.XmlFragment | Y.XmlElement, block: string | null): void => {
		for (const child of node.toArray()) {
			if (!(child instanceof Y.XmlElement)) continue;
			const id: unknown = child.getAttribute('id');
			if (child.nodeName !== 'mention') walk(child, typeof id === 'string' ? id : block);
			else if (block !== null && child.getAttribute('kind') !== 'item' && typeof id === 'string' && isId(id)) {
				const personId = id.toLowerCase();
				found.set(`${block} ${personId}`, { personId, block, client: child._item!.id.client });
			}
		}
	};
	walk(minutesFragment(doc), null);
	return [...found.values()];
}

/**
 * Ids of those whom a comment names behind an @. The longest name that fits counts; of two people of one name both. A
 * name that goes on in the text (@王芳菲 is not 王芳) cannot be told from one that ends there: known names decide.
 */
export function namedIn(text: string, people: readonly { id: string; label: string }[]): string[] {
	const named = new Set<string>();
	for (const { index } of text.matchAll(/[@＠]/g)) {
		const fits = people.filter(({ label }) => label !== '' && text.startsWith(label, index + 1));
		const longest = Math.max(...fits.map(({ label }) => label.length));
		for (const { id, label } of fits) if (label.length === longest) named.add(id);
	}
	return [...named];
}
