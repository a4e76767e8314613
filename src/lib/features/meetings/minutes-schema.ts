import { Extension, mergeAttributes, type Extensions } from '@tiptap/core';
import Blockquote from '@tiptap/extension-blockquote';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Heading from '@tiptap/extension-heading';
import HorizontalRule from '@tiptap/extension-horizontal-rule';
import Image from '@tiptap/extension-image';
import Italic from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import Mention from '@tiptap/extension-mention';
import Paragraph from '@tiptap/extension-paragraph';
import Strike from '@tiptap/extension-strike';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import Text from '@tiptap/extension-text';
import Underline from '@tiptap/extension-underline';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import { imageHref, imageOf, imageText, pixels } from '#lib/domain/meetings/minutes-image.ts';
import { mentionText, mentionedItem } from '#lib/domain/meetings/minutes-mention.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** Blocks of the minutes that carry an id: what a case, an objection or a signature can point at. */
export const ID_BLOCKS = ['paragraph', 'heading', 'image'] as const;

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

/** Something to do. Where it is read its box says how it stands and cannot be ticked. */
const MinutesTask = TaskItem.extend({
	renderHTML({ node, HTMLAttributes }) {
		const { checked } = node.attrs as { checked: unknown };
		const box = {
			...{ type: 'checkbox', disabled: '', 'aria-label': m.meetings_todo_of({ words: node.textContent.slice(0, 40) }) },
			...(checked === true ? { checked: 'checked' } : {})
		};
		const attributes = mergeAttributes(this.options.HTMLAttributes, HTMLAttributes, { 'data-type': this.name });
		return ['li', attributes, ['label', ['input', box], ['span']], ['div', 0]];
	}
});

const fromData = (name: string) => ({
	default: null,
	parseHTML: (element: HTMLElement) => element.getAttribute(name),
	renderHTML: () => ({})
});

/** A picture that the portal keeps. The document names its file; where it is shown from is never anybody's to write. */
const MinutesImage = Image.extend({
	addAttributes: () => ({
		file: fromData('data-file'),
		alt: fromData('alt'),
		width: fromData('width'),
		height: fromData('height'),
		open: { ...fromData('data-open'), default: false, parseHTML: (element) => element.hasAttribute('data-open') }
	}),
	addCommands: () => ({}),
	addInputRules: () => [],
	parseHTML: () => [{ tag: 'img[data-file]' }],
	renderHTML: ({ node: { attrs }, HTMLAttributes }) => {
		const image = imageOf(attrs);
		if (!image) return ['p', HTMLAttributes, imageText(attrs)];
		const size = { width: pixels(attrs.width), height: pixels(attrs.height) };
		const known = size.width && size.height ? size : {};
		const data = { 'data-file': image.file, ...(image.open ? { 'data-open': '' } : {}) };
		return ['img', { ...HTMLAttributes, ...data, ...known, src: imageHref(image), alt: image.alt }];
	}
});

/** What minutes are made of, the same in the editor and on the server. History is the collaboration's. No links: one by
 * one, since the kit would bring along what finds them. */
export const minutesExtensions: Extensions = [
	...[Document, Paragraph, Text, Bold, Italic, Strike, Underline, HardBreak, HorizontalRule, Blockquote],
	Heading.configure({ levels: [2, 3] }),
	...[BulletList, OrderedList, ListItem, ListKeymap],
	TaskList,
	MinutesTask.configure({
		nested: true,
		a11y: { checkboxLabel: ({ textContent }) => m.meetings_todo_of({ words: textContent }) }
	}),
	Table.configure({ resizable: false }),
	TableRow,
	TableHeader,
	TableCell,
	MinutesMention,
	MinutesImage,
	BlockId,
	...[Dropcursor, Gapcursor]
];
