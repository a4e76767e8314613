import { Extension, type Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

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
	BlockId
];
