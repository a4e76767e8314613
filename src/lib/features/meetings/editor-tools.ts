import type { Editor } from '@tiptap/core';
import { m } from '#lib/i18n/paraglide/messages.js';
import { insertPart } from './insert-part.ts';

export interface Tool {
	label: string;
	/** Its full name, where the label is cut short. */
	name?: string;
	run: () => void;
	active?: boolean;
	/** Stays in sight on a phone. */
	often?: boolean;
}

/** What the buttons above the minutes do, as it holds at the caret. */
export function editorTools(editor: Editor, image: () => void): Tool[] {
	const chain = () => editor.chain().focus();
	const inTable = editor.isActive('table');
	return [
		{
			label: m.meetings_tool_list(),
			run: () => insertPart(editor, 'list'),
			active: editor.isActive('bulletList'),
			often: true
		},
		{
			label: m.meetings_tool_tasks(),
			run: () => insertPart(editor, 'tasks'),
			active: editor.isActive('taskList'),
			often: true
		},
		{
			label: m.meetings_tool_undo_short(),
			name: m.meetings_tool_undo(),
			run: () => chain().undo().run(),
			often: true
		},
		{ label: m.meetings_tool_redo(), run: () => chain().redo().run() },
		{
			label: m.meetings_tool_heading(),
			run: () => insertPart(editor, 'heading'),
			active: editor.isActive('heading')
		},
		{ label: m.meetings_tool_bold(), run: () => chain().toggleBold().run(), active: editor.isActive('bold') },
		...(inTable
			? [
					{ label: m.meetings_tool_row(), run: () => chain().addRowAfter().run() },
					{ label: m.meetings_tool_column(), run: () => chain().addColumnAfter().run() }
				]
			: [{ label: m.meetings_tool_table(), run: () => insertPart(editor, 'table') }]),
		{ label: m.meetings_tool_image(), run: image },
		{ label: m.meetings_tool_mention(), run: () => insertPart(editor, 'mention') }
	];
}
