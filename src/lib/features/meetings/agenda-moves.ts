import type * as Y from 'yjs';
import { agendaItems, orderBetween, type NumberedItem } from '#lib/domain/meetings/agenda-document.ts';

type Items = readonly NumberedItem[];

const siblings = (items: Items, parent: string | null) => items.filter((item) => item.parent === parent);

function place(doc: Y.Doc, id: string, parent: string | null, before: string | null, after: string | null): void {
	const item = agendaItems(doc).get(id);
	if (!item) return;
	doc.transact(() => {
		item.set('parent', parent);
		item.set('order', orderBetween(before, after));
	});
}

/** One place up (-1) or down (1) among its siblings. At the end of the list nothing happens. */
export function move(doc: Y.Doc, items: Items, id: string, step: -1 | 1): void {
	const item = items.find((one) => one.id === id);
	if (!item) return;
	const row = siblings(items, item.parent);
	const at = row.indexOf(item) + step;
	if (at < 0 || at >= row.length) return;
	const [before, after] = step < 0 ? [row[at - 1], row[at]] : [row[at], row[at + 1]];
	place(doc, id, item.parent, before?.order ?? null, after?.order ?? null);
}

/** Makes it part of the sibling above it, as the last one there. */
export function indent(doc: Y.Doc, items: Items, id: string): void {
	const item = items.find((one) => one.id === id);
	if (!item) return;
	const row = siblings(items, item.parent);
	const above = row[row.indexOf(item) - 1];
	if (!above) return;
	place(doc, id, above.id, siblings(items, above.id).at(-1)?.order ?? null, null);
}

/** Takes it out of the item it is part of, to stand right behind that one. */
export function outdent(doc: Y.Doc, items: Items, id: string): void {
	const item = items.find((one) => one.id === id);
	const parent = item && items.find((one) => one.id === item.parent);
	if (!parent) return;
	const row = siblings(items, parent.parent);
	const next = row[row.indexOf(parent) + 1];
	place(doc, id, parent.parent, parent.order, next?.order ?? null);
}

/** Brings the shared text to what the field shows, by one edit at the place where they differ: others' words stay. */
export function retype(text: Y.Text, typed: string): void {
	const held = text.toString();
	if (held === typed) return;
	let start = 0;
	while (start < held.length && start < typed.length && held[start] === typed[start]) start++;
	let end = 0;
	while (end < held.length - start && end < typed.length - start && held.at(-1 - end) === typed.at(-1 - end)) end++;
	text.doc!.transact(() => {
		text.delete(start, held.length - start - end);
		text.insert(start, typed.slice(start, typed.length - end));
	});
}
