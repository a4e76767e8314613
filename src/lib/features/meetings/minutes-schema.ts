import { Extension, mergeAttributes, type Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import Mention from '@tiptap/extension-mention';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { mentionText, mentionedItem } from '#lib/domain/meetings/minutes-mention.ts';

/** Blocks of the minutes that carry an id: what a case, an objection or a signature can point at. */
export const ID_BLOCKS = ['paragraph', 'heading'] as const;

/** An id on every block. It stays with its words: a split gives the new part none, and the editor makes one up. */
const BlockId = Extension.create({
	name: 'blockId',
	addGlobalAttributes: () => [
		{
			types: [...ID_BLOCKS],
			attributes: {
				id: {
					default: null,
					keepOnSplit: false,
					// The editor reads typed words back from the page: without its id a block would be another one each time.
					parseHTML: (element) => element.getAttribute('data-block'),
					renderHTML: ({ id }) => (id ? { id: `b-${id}`, 'data-block': id } : {})
				}
			}
		}
	]
});

/** Somebody of this meeting, or an item of its agenda: shown by its name, an item as the way to its section. */
const MinutesMention = Mention.extend({
	addAttributes() {
		return {
			...this.parent?.(),
			kind: {
				default: 'person',
				parseHTML: (element) => element.getAttribute('data-kind'),
				renderHTML: ({ kind }) => ({ 'data-kind': kind })
			}
		};
	},
	parseHTML: () => [{ tag: '[data-type="mention"]' }],
	renderText: ({ node }) => mentionText(node.attrs),
	renderHTML: ({ node, HTMLAttributes }) => {
		const item = mentionedItem(node.attrs);
		const attributes = mergeAttributes({ class: 'mention', 'data-type': 'mention' }, HTMLAttributes);
		return item
			? ['a', { ...attributes, href: `#b-${item}` }, mentionText(node.attrs)]
			: ['span', attributes, mentionText(node.attrs)];
	}
});

/** What minutes are made of, the same in the editor and on the server. History is the collaboration's, links are out. */
export const minutesExtensions: Extensions = [
	StarterKit.configure({
		undoRedo: false,
		link: false,
		code: false,
		codeBlock: false,
		trailingNode: false,
		heading: { levels: [2, 3] }
	}),
	TaskList,
	TaskItem.configure({ nested: true }),
	Table.configure({ resizable: false }),
	TableRow,
	TableHeader,
	TableCell,
	MinutesMention,
	BlockId
];
