/** What is offered at the caret: people and items behind `@`, parts of the minutes behind `/`. */
import { Extension, type Editor, type Extensions, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import type { Mentionable } from '#lib/domain/meetings/minutes-mention.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { insertPart } from './insert-part.ts';
import type { Offer } from './Offers.svelte';
import { offersAt } from './offers.svelte.ts';

const MOST = 8;
/** Lists are part of the page's main matter. */
const PLACE = '#main';
/** As many characters may match nothing before the list gives up. */
const LONGEST_MISS = 3;

/** Lets the mention of the schema be made by `@`. Chinese is written without spaces, so that it may stand anywhere. */
export function withMentions(extensions: Extensions, people: () => readonly Mentionable[]): Extensions {
	const offers = ({ query }: { query: string }): Offer[] =>
		people()
			.filter(({ label, hint }) => has(label, query) || has(hint, query))
			// whose name begins so comes first
			.toSorted((a, b) => Number(b.label.startsWith(query)) - Number(a.label.startsWith(query)))
			.slice(0, MOST)
			.map(({ id, label, hint }) => ({ id, label, hint }));
	// what goes on without a space is a sentence by now
	const shouldShow = ({ query }: { query: string }) => query.length <= LONGEST_MISS || offers({ query }).length > 0;
	const command = ({ editor, range, props }: { editor: Editor; range: Range; props: Offer }) => {
		const { kind, id, label } = people().find((one) => one.id === props.id)!;
		editor
			.chain()
			.focus()
			.insertContentAt(range, [{ type: 'mention', attrs: { kind, id, label } }])
			.run();
	};
	return extensions.map((one) =>
		one.name === 'mention'
			? one.configure({
					suggestion: {
						...{ char: '@', allowedPrefixes: null, items: offers, command, shouldShow, container: PLACE },
						render: offersAt(m.meetings_offers_mention())
					}
				})
			: one
	);
}

export interface SlashMenu {
	/** A picture is wanted at the caret. */
	onimage: () => void;
	/** What may be begun from the paragraph at the caret, as it is known when asked. */
	acts: (editor: Editor) => readonly { href: string; label: string }[];
	/** One of them was chosen. */
	onact: (href: string) => void;
}

/** Parts of the minutes, and what can be begun from the paragraph, at the beginning of a line or behind a space: `/`. */
export const slashMenu = ({ onimage, acts, onact }: SlashMenu) =>
	Extension.create({
		name: 'slashMenu',
		addProseMirrorPlugins() {
			const offers = (editor: Editor, query: string): Offer[] => [
				...parts(query),
				...(saysMore(editor, query) ? acts(editor) : [])
					.filter(({ label }) => has(label, query))
					.map(({ href, label }) => ({ id: href, label }))
			];
			return [
				Suggestion<Offer, Offer>({
					editor: this.editor,
					pluginKey: new PluginKey('slashMenu'),
					char: '/',
					container: PLACE,
					items: ({ query, editor }) => offers(editor, query),
					shouldShow: ({ query, editor }) => offers(editor, query).length > 0,
					command: ({ editor, range, props }) => {
						editor.chain().focus().deleteRange(range).run();
						if (props.id === 'image') onimage();
						else if (props.id.startsWith('/')) onact(props.id);
						else insertPart(editor, props.id);
					},
					render: offersAt(m.meetings_offers_parts())
				})
			];
		}
	});

/** Nothing is begun from a paragraph that says nothing but what was typed to ask for it. */
const saysMore = ({ state }: Editor, query: string): boolean =>
	state.selection.$from.parent.textContent.replace(`/${query}`, '').trim() !== '';

const parts = (query: string): Offer[] =>
	allParts().filter(({ id, label }) => has(label, query) || id.startsWith(query.toLowerCase()));
const allParts = (): Offer[] => [
	{ id: 'heading', label: m.meetings_tool_heading() },
	{ id: 'list', label: m.meetings_tool_list() },
	{ id: 'tasks', label: m.meetings_tool_tasks() },
	{ id: 'table', label: m.meetings_tool_table() },
	{ id: 'image', label: m.meetings_tool_image() },
	{ id: 'mention', label: m.meetings_tool_mention(), hint: '@' }
];

const has = (text: string, query: string) => text.toLowerCase().includes(query.toLowerCase());
