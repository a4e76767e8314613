import * as Y from 'yjs';

/** Shape of agenda documents: `getMap('items')`, id → Y.Map with these keys, `title` a Y.Text. */
export const AGENDA_SCHEMA = 1;
export const AGENDA_ITEM_KINDS = ['discuss', 'decide', 'inform', 'hear'] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];

/** One item as plain data, as it stands in the document. */
export interface AgendaEntry {
	id: string;
	title: string;
	/** Id of the item it is part of; null at the top. */
	parent: string | null;
	/** Place among its siblings: texts that sort (see `orderBetween`). */
	order: string;
	minutes: number | null;
	kind: AgendaItemKind;
	/** Party that brought it in; the server sees to it. */
	proposer: string | null;
	/** Party that took it back; it stays readable. */
	withdrawnBy: string | null;
}

export interface AgendaNode extends AgendaEntry {
	children: AgendaNode[];
}

export function agendaItems(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
	return doc.getMap('items');
}

/** A document with these items, as its first update. Written once, by the server. */
export function initialAgenda(entries: readonly AgendaEntry[] = []): Uint8Array {
	const doc = new Y.Doc();
	// One transaction, so that an empty agenda is an empty update and not several.
	doc.transact(() => entries.forEach((entry) => putItem(doc, entry)));
	return Y.encodeStateAsUpdate(doc);
}

/** Puts an item into the document: a new one, or one that vanished. */
export function putItem(doc: Y.Doc, { id, title, ...rest }: AgendaEntry): void {
	const item = new Y.Map<unknown>();
	agendaItems(doc).set(id, item);
	item.set('title', new Y.Text(title));
	for (const [key, value] of Object.entries(rest)) item.set(key, value);
}

/** Every item of the document; anything a client wrote that is no item is passed over, odd values become plain ones. */
export function readEntries(doc: Y.Doc): AgendaEntry[] {
	const entries: AgendaEntry[] = [];
	for (const [id, item] of agendaItems(doc)) if (item instanceof Y.Map) entries.push(readEntry(id, item));
	return entries;
}

function readEntry(id: string, item: Y.Map<unknown>): AgendaEntry {
	const text = (key: string) => {
		const value = item.get(key);
		return typeof value === 'string' && value !== '' ? value : null;
	};
	const minutes = item.get('minutes');
	const kind = AGENDA_ITEM_KINDS.find((one) => one === item.get('kind'));
	return {
		id,
		title: String(item.get('title') ?? '').trim(),
		parent: text('parent'),
		order: text('order') ?? '',
		minutes: typeof minutes === 'number' && minutes > 0 && minutes <= 600 ? Math.round(minutes) : null,
		kind: kind ?? 'discuss',
		proposer: text('proposer'),
		withdrawnBy: text('withdrawnBy')
	};
}

/**
 * The agenda as a tree, the same in every browser whatever was moved at once: an item whose parent is gone stands at the
 * top; where two moves made a ring, the smallest id of the ring stands at the top. Siblings sort by `order`, then id.
 */
export function agendaTree(entries: readonly AgendaEntry[]): AgendaNode[] {
	const nodes = new Map(entries.map((entry) => [entry.id, { ...entry, children: [] as AgendaNode[] }]));
	const tops: AgendaNode[] = [];
	for (const node of nodes.values()) {
		const parent = node.parent === null || headsRing(node, nodes) ? undefined : nodes.get(node.parent);
		(parent?.children ?? tops).push(node);
	}
	const sort = (list: AgendaNode[]): AgendaNode[] => {
		list.sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id));
		list.forEach((node) => sort(node.children));
		return list;
	};
	return sort(tops);
}

/** Is the node on a ring of parents, and the one with the smallest id on it? */
function headsRing(start: AgendaNode, nodes: ReadonlyMap<string, AgendaNode>): boolean {
	let smallest = true;
	let at = nodes.get(start.parent!);
	for (let steps = 0; at && steps < nodes.size; steps++) {
		if (at.id === start.id) return smallest;
		if (at.id < start.id) smallest = false;
		at = at.parent === null ? undefined : nodes.get(at.parent);
	}
	return false;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function readAgenda(doc: Y.Doc): AgendaNode[] {
	return agendaTree(readEntries(doc));
}

export interface NumberedItem extends AgendaEntry {
	/** 1, 1.1, 2 …; parents before their children. */
	number: string;
}

/** The tree as a list, each item with the number people call it by. A withdrawn item keeps its number. */
export function numbered(tree: readonly AgendaNode[], prefix = '', parent: string | null = null): NumberedItem[] {
	return tree.flatMap(({ children, ...entry }, i) => {
		const number = `${prefix}${i + 1}`;
		return [{ ...entry, parent, number }, ...numbered(children, `${number}.`, entry.id)];
	});
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A text that sorts after `before` and ahead of `after` (null: no bound). Two people who put something into one gap at
 * once may get the same text; the id then decides. No result ends in 0, so that there is always room ahead of it.
 */
export function orderBetween(before: string | null, after: string | null): string {
	const low = before ?? '';
	// Where two stand on the same place there is nothing between them: stand behind both.
	const high = after !== null && after > low ? after : null;
	let prefix = '';
	for (let i = 0; ; i++) {
		const from = i < low.length ? DIGITS.indexOf(low[i]!) : 0;
		const bounded = high !== null && high.startsWith(prefix);
		const to = bounded && i < high.length ? DIGITS.indexOf(high[i]!) : DIGITS.length;
		const middle = (from + to) >> 1;
		if (middle > from) return prefix + DIGITS[middle];
		prefix += DIGITS[from];
	}
}
