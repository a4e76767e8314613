import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
	agendaItems,
	agendaTree,
	initialAgenda,
	numbered,
	orderBetween,
	putItem,
	readAgenda,
	type AgendaEntry
} from './agenda-document.ts';

const entry = (id: string, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
	id,
	title: `议题${id}`,
	parent: null,
	order: 'i',
	minutes: 15,
	kind: 'discuss',
	proposer: null,
	withdrawnBy: null,
	...more
});

const shape = (tree: ReturnType<typeof agendaTree>): unknown => tree.map((node) => [node.id, shape(node.children)]);

describe('agenda', () => {
	it('comes back from its document as it went in', () => {
		const entries = [entry('a'), entry('b', { parent: 'a', kind: 'decide', minutes: null })];
		const doc = new Y.Doc();
		Y.applyUpdate(doc, initialAgenda(entries));
		expect(readAgenda(doc)).toEqual([{ ...entries[0], children: [{ ...entries[1], children: [] }] }]);
	});

	it('passes over what is no item and makes odd values plain', () => {
		const doc = new Y.Doc();
		(agendaItems(doc) as Y.Map<unknown>).set('x', 'not an item');
		putItem(doc, entry('a', { minutes: -5, kind: 'sing' as never, order: 7 as never, parent: {} as never }));
		expect(readAgenda(doc)).toMatchObject([{ id: 'a', minutes: null, kind: 'discuss', order: '', parent: null }]);
	});

	it('numbers parents before their children', () => {
		const tree = agendaTree([
			entry('b', { order: 'm' }),
			entry('a', { order: 'c' }),
			entry('c', { parent: 'a' }),
			entry('d', { parent: 'c' })
		]);
		expect(numbered(tree).map((item) => [item.number, item.id, item.parent])).toEqual([
			['1', 'a', null],
			['1.1', 'c', 'a'],
			['1.1.1', 'd', 'c'],
			['2', 'b', null]
		]);
	});

	it('stands an item at the top whose parent is gone', () => {
		expect(shape(agendaTree([entry('a', { parent: 'gone' })]))).toEqual([['a', []]]);
	});

	it('breaks a ring at its smallest id', () => {
		const ring = [entry('b', { parent: 'a' }), entry('a', { parent: 'c' }), entry('c', { parent: 'b' })];
		expect(shape(agendaTree(ring))).toEqual([['a', [['b', [['c', []]]]]]]);
		expect(shape(agendaTree([entry('a', { parent: 'a' })]))).toEqual([['a', []]]);
	});

	it('loses no item and shows each once, whatever the parents say', () => {
		const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
		const entries = fc
			.tuple(...ids.map(() => fc.constantFrom(...ids, 'gone', null)))
			.map((parents) => ids.map((id, i) => entry(id, { parent: parents[i] as string | null })));
		fc.assert(
			fc.property(entries, (list) => {
				const flat = numbered(agendaTree(list)).map((item) => item.id);
				expect(flat.toSorted()).toEqual(ids);
				// the order in which a browser happens to hold them does not matter
				expect(agendaTree(list.toReversed())).toEqual(agendaTree(list));
			})
		);
	});
});

describe('order', () => {
	it('finds a place between any two, again and again', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 120 }), (gaps) => {
				const placed: string[] = [];
				for (const gap of gaps) {
					const at = gap % (placed.length + 1);
					const made = orderBetween(placed[at - 1] ?? null, placed[at] ?? null);
					placed.splice(at, 0, made);
				}
				expect(placed).toEqual(placed.toSorted((a, b) => (a < b ? -1 : 1)));
				expect(new Set(placed).size).toBe(placed.length);
			})
		);
	});

	it('stands behind both where two have the same place', () => {
		expect(orderBetween('i', 'i') > 'i').toBe(true);
	});
});
