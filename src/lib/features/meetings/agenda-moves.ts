import type * as Y from 'yjs';
import { agendaItems, orderBetween, type NumberedItem } from '#lib/domain/meetings/agenda-document.ts';

type Items = readonly NumberedItem[];

const siblings = (items: Items, parent: string | null) => items.filter((item) => item.parent === parent);
const without = (row: Items, item: NumberedItem) => row.filter((one) => one !== item);

/** Puts an item ahead of `row[at]` among its new siblings `row`, which it is not one of. */
function place(doc: Y.Doc, id: string, parent: string | null, row: Items, at: number): void {
	const all = agendaItems(doc);
	const item = all.get(id);
	if (!item) return;
	doc.transact(() => {
		let order = orderBetween(row[at - 1]?.order ?? null, row[at]?.order ?? null);
		item.set('parent', parent);
		item.set('order', order);
		// what was added at once stands on one place, with nothing between: those behind make room
		for (const next of row.slice(at)) {
			if (next.order > order) break;
			order = orderBetween(order, null);
			all.get(next.id)?.set('order', order);
		}
	});
}

/** One place up (-1) or down (1) among its siblings. At the end of the list nothing happens. */
export function move(doc: Y.Doc, items: Items, id: string, step: -1 | 1): void {
	const item = items.find((one) => one.id === id);
	if (!item) return;
	const row = siblings(items, item.parent);
	const at = row.indexOf(item) + step;
	if (at >= 0 && at < row.length) place(doc, id, item.parent, without(row, item), at);
}

/** Makes it part of the sibling above it, as the last one there. */
export function indent(doc: Y.Doc, items: Items, id: string): void {
	const item = items.find((one) => one.id === id);
	if (!item) return;
	const row = siblings(items, item.parent);
	const above = row[row.indexOf(item) - 1];
	if (!above) return;
	const below = siblings(items, above.id);
	place(doc, id, above.id, below, below.length);
}

/** Takes it out of the item it is part of, to stand right behind that one. */
export function outdent(doc: Y.Doc, items: Items, id: string): void {
	const item = items.find((one) => one.id === id);
	const parent = item && items.find((one) => one.id === item.parent);
	if (!parent) return;
	const row = siblings(items, parent.parent);
	place(doc, id, parent.parent, row, row.indexOf(parent) + 1);
}
