import type { Editor } from '@tiptap/core';

/** What the buttons and the menu put in. */
export function insertPart(editor: Editor, part: string): void {
	const chain = editor.chain().focus();
	if (part === 'heading') chain.toggleHeading({ level: 3 }).run();
	if (part === 'list') chain.toggleBulletList().run();
	if (part === 'tasks') chain.toggleTaskList().run();
	if (part === 'table') chain.insertTable({ rows: 3, cols: 3 }).run();
	if (part === 'mention') chain.insertContent('@').run();
}
