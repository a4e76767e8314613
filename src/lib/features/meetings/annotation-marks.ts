/** Comments beside the minutes, shown in the editor as marks that are never part of the document. */
import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
	absolutePositionToRelativePosition,
	relativePositionToAbsolutePosition,
	ySyncPluginKey,
	type ProsemirrorBinding
} from '@tiptap/y-tiptap';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { locateAnchor } from '#lib/domain/meetings/minutes-anchor.ts';

/** A comment as the editor needs it. */
export interface Mark {
	id: string;
	/** Encoded relative positions in base64. */
	start: string;
	end: string;
	block: string | null;
	quote: string;
	resolved: unknown;
}

interface State {
	marks: readonly Mark[];
	current: string | null;
	shown: DecorationSet;
}

const key = new PluginKey<State>('annotations');

/** `onpick` is told of the mark that somebody clicks on. */
export const annotationMarks = (onpick: (id: string) => void) =>
	Extension.create({
		name: 'annotationMarks',
		addProseMirrorPlugins: () => [
			new Plugin<State>({
				key,
				state: {
					init: () => ({ marks: [], current: null, shown: DecorationSet.empty }),
					apply: (transaction, before, _, state) => {
						const told = transaction.getMeta(key) as Pick<State, 'marks' | 'current'> | undefined;
						const sync = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
						if (told || sync?.isChangeOrigin) {
							const { marks, current } = told ?? before;
							return { marks, current, shown: decorated(state, marks, current) };
						}
						return transaction.docChanged
							? { ...before, shown: before.shown.map(transaction.mapping, transaction.doc) }
							: before;
					}
				},
				props: {
					decorations: (state) => key.getState(state)?.shown,
					handleClick: (_view, _position, event) => {
						const mark = (event.target as Element).closest<HTMLElement>('[data-annotation]');
						if (mark) onpick(mark.dataset.annotation!);
						return false;
					}
				}
			})
		]
	});

/** Shows these comments, one of them as the one that is looked at. */
export function showMarks(editor: Editor, marks: readonly Mark[], current: string | null): void {
	editor.view.dispatch(editor.state.tr.setMeta(key, { marks, current }).setMeta('addToHistory', false));
}

/** Where the words of each comment begin; comments whose words are gone are left out. */
export function markedPlaces(editor: Editor): Map<string, number> {
	const places = new Map<string, number>();
	for (const { from, to, spec } of key.getState(editor.state)?.shown.find() ?? []) {
		const id = (spec as { id: string }).id;
		if (to > from && !places.has(id)) places.set(id, from);
	}
	return places;
}

/** The comment at the caret. */
export function markAtCaret(editor: Editor): string | null {
	const { from, to } = editor.state.selection;
	const [found] = key.getState(editor.state)?.shown.find(from, to) ?? [];
	return found ? (found.spec as { id: string }).id : null;
}

/** What somebody has selected, else the block at the caret: its words, and where they are for the server. */
export function selectedWords(editor: Editor): { words: string; start: string; end: string } | null {
	const binding = bindingOf(editor.state);
	const { selection, doc } = editor.state;
	const { from, to } = selection.empty
		? { from: selection.$from.start(), to: selection.$from.end() }
		: { from: selection.from, to: selection.to };
	const words = doc.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'mention' ? `@${leaf.attrs.label}` : ''));
	if (!binding || words.trim() === '' || (selection.empty && !selection.$from.parent.isTextblock)) return null;
	const encoded = (position: number) =>
		toBase64(
			Y.encodeRelativePosition(
				absolutePositionToRelativePosition(position, binding.type, binding.mapping) as Y.RelativePosition
			)
		);
	return { words: words.trim(), start: encoded(from), end: encoded(to) };
}

const bindingOf = (state: EditorState): ProsemirrorBinding | undefined =>
	(ySyncPluginKey.getState(state) as { binding?: ProsemirrorBinding } | undefined)?.binding ?? undefined;

function decorated(state: EditorState, marks: readonly Mark[], current: string | null): DecorationSet {
	const binding = bindingOf(state);
	if (!binding) return DecorationSet.empty;
	const { doc, type, mapping } = binding;
	const made = marks.flatMap(({ id, start, end, block, quote, resolved }) => {
		const found = locateAnchor(doc, { start: fromBase64(start), end: fromBase64(end), block, quote });
		if (!found) return [];
		const [from, to] = [found.from, found.to].map((one) => relativePositionToAbsolutePosition(doc, type, one, mapping));
		if (from == null || to == null || from >= to || to > state.doc.content.size) return [];
		const look = id === current ? 'annotated current' : resolved ? '' : 'annotated';
		return [Decoration.inline(from, to, { class: look, 'data-annotation': id }, { id })];
	});
	return DecorationSet.create(state.doc, made);
}
