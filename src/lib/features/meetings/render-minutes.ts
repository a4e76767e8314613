import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { imageText } from '#lib/domain/meetings/minutes-image.ts';
import { mentionText, mentionedItem } from '#lib/domain/meetings/minutes-mention.ts';
import { minutesExtensions } from './minutes-schema.ts';

/** One block of the minutes at the top level, as HTML, with the ids of the blocks inside it. */
export interface RenderedBlock {
	html: string;
	/** The ids of paragraphs and headings in it. */
	blocks: string[];
	/** Plain words of the first, for a link's label. */
	words: string;
}

/**
 * The minutes as HTML, block by block, for the public page. Made on the server without a DOM; text is escaped, and a
 * node or mark that minutes do not know is left out with its words kept.
 */
export function renderMinutes(root: MinutesNode): RenderedBlock[] {
	return (root.content ?? []).map((node) => {
		const known = onlyKnown(node);
		return {
			html: renderToHTMLString({ extensions: minutesExtensions, content: { type: 'doc', content: known } }),
			blocks: idsOf(node),
			words: wordsOf(node).slice(0, 40)
		};
	});
}

const NODES = new Set([
	...['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'taskList', 'taskItem', 'blockquote'],
	...['table', 'tableRow', 'tableHeader', 'tableCell', 'hardBreak', 'horizontalRule', 'text', 'mention', 'image']
]);
const MARKS = new Set(['bold', 'italic', 'strike', 'underline']);

/** Anything may stand in a shared document; only what the schema knows is rendered. */
function onlyKnown(node: MinutesNode): MinutesNode[] {
	const content = node.content?.flatMap(onlyKnown);
	if (!NODES.has(node.type)) return content ?? [];
	const marks = node.marks?.filter((mark) => MARKS.has(mark.type));
	return [{ ...shown(node), ...(content ? { content } : {}), ...(marks ? { marks } : {}) }];
}

/** A person's id is nobody's business on a page; the name says who is meant. */
function shown(node: MinutesNode): MinutesNode {
	if (node.type !== 'mention' || mentionedItem(node.attrs)) return node;
	return { type: 'mention', attrs: { kind: 'person', label: node.attrs?.label } };
}

function idsOf(node: MinutesNode): string[] {
	const own = typeof node.attrs?.id === 'string' ? [node.attrs.id] : [];
	return [...own, ...(node.content ?? []).flatMap(idsOf)];
}

function wordsOf(node: MinutesNode): string {
	if (node.type === 'mention') return mentionText(node.attrs);
	if (node.type === 'image') return imageText(node.attrs);
	return node.text ?? (node.content ?? []).map(wordsOf).join('');
}
