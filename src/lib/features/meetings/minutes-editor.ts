/** The rich-text editor of the minutes. Loaded only by the page that edits. */
import { Editor, Extension } from '@tiptap/core';
import Collaborate from '@tiptap/extension-collaboration';
import Carets from '@tiptap/extension-collaboration-caret';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { annotationMarks } from './annotation-marks.ts';
import type { Mentionable } from '#lib/domain/meetings/minutes-mention.ts';
import type { Collaboration } from './collaboration.svelte.ts';
import { slashMenu, withMentions, type SlashMenu } from './minutes-offers.ts';
import { ID_BLOCKS, minutesExtensions } from './minutes-schema.ts';

export { markAtCaret, markedPlaces, selectedWords, showMarks } from './annotation-marks.ts';

/** Gives an id to every block that the writer's own edit left without one, or with one that another block has. */
const BlockIds = Extension.create({
	name: 'blockIds',
	addProseMirrorPlugins: () => [
		new Plugin({
			key: new PluginKey('blockIds'),
			appendTransaction: (transactions, _before, state) =>
				transactions.some((one) => one.docChanged && isOwn(one)) ? withIds(state) : null
		})
	]
});

/** What came from others is theirs to number: two editors that both did it would chase each other. */
const isOwn = (transaction: Transaction): boolean => !transaction.getMeta(ySyncPluginKey);

function withIds(state: EditorState): Transaction | null {
	const seen = new Set<string>();
	const transaction = state.tr;
	state.doc.descendants((node, position) => {
		if (!(ID_BLOCKS as readonly string[]).includes(node.type.name)) return;
		const id = node.attrs.id as string | null;
		const own = id && !seen.has(id) ? id : crypto.randomUUID();
		seen.add(own);
		if (own !== id) transaction.setNodeAttribute(position, 'id', own);
	});
	return transaction.docChanged ? transaction : null;
}

/** Pixels of the window that the tools above and the tabs below may cover: the caret is scrolled out from under them. */
const COVERED = { top: 170, bottom: 100, left: 0, right: 0 };

export interface EditorOptions extends Pick<SlashMenu, 'onimage' | 'onact'> {
	element: HTMLElement;
	collaboration: Collaboration;
	canWrite: boolean;
	label: string;
	/** Told of every change of text or selection, so that buttons show what holds at the caret. */
	onchange: () => void;
	/** Whom and what a writer may mention, as it is known when asked. */
	mentionable: () => readonly Mentionable[];
	/** What may be begun from a block. */
	acts: (block: string) => readonly { href: string; label: string }[];
	/** Told of every move of the caret that somebody made here. */
	onselect: () => void;
	/** Told of the comment whose words were clicked on. */
	onpick: (annotation: string) => void;
}

export function openEditor({
	element,
	collaboration,
	canWrite,
	label,
	onchange,
	onselect,
	onpick,
	mentionable,
	acts,
	onact,
	onimage
}: EditorOptions): Editor {
	return new Editor({
		element,
		editable: canWrite,
		injectCSS: false,
		extensions: [
			...withMentions(minutesExtensions, mentionable),
			slashMenu({
				...{ onimage, onact },
				acts: (editor) => {
					const block = blockAtCaret(editor);
					return block ? acts(block) : [];
				}
			}),
			BlockIds,
			annotationMarks(onpick),
			Collaborate.configure({ document: collaboration.doc }),
			// The server puts name, party and colour over whatever is said here.
			Carets.configure({ provider: collaboration.provider, user: {}, render: caret })
		],
		editorProps: {
			attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' },
			scrollThreshold: COVERED,
			scrollMargin: COVERED
		},
		onTransaction: onchange,
		onSelectionUpdate: ({ transaction }) => {
			if (isOwn(transaction)) onselect();
		}
	});
}

function caret(user: Record<string, unknown>): HTMLElement {
	const mark = document.createElement('span');
	mark.className = 'caret';
	mark.style.setProperty('--color', String(user.color ?? ''));
	const name = document.createElement('span');
	name.className = 'caret-name';
	name.textContent = [user.party, user.name].filter(Boolean).join(' ');
	mark.append(name);
	return mark;
}

/** Id of the block at the caret, once it has one. */
export function blockAtCaret(editor: Editor): string | null {
	const { $from } = editor.state.selection;
	for (let depth = $from.depth; depth > 0; depth--) {
		const id = $from.node(depth).attrs.id as string | null | undefined;
		if (id) return id;
	}
	return null;
}
