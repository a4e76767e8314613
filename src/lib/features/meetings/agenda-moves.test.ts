import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { numbered, orderBetween, putItem, readAgenda } from '#lib/domain/meetings/agenda-document.ts';
import { indent, move, outdent } from './agenda-moves.ts';

function agenda(ids: string[]): Y.Doc {
	const doc = new Y.Doc();
	let order: string | null = null;
	for (const id of ids) {
		order = orderBetween(order, null);
		putItem(doc, {
			id,
			title: id,
			parent: null,
			order,
			minutes: null,
			kind: 'discuss',
			proposer: null,
			withdrawnBy: null
		});
	}
	return doc;
}
const read = (doc: Y.Doc) => numbered(readAgenda(doc));
const shown = (doc: Y.Doc) => read(doc).map((item) => `${item.number} ${item.id}`);

describe('moves in the agenda', () => {
	it('go up and down, and stop at the ends', () => {
		const doc = agenda(['a', 'b', 'c']);
		move(doc, read(doc), 'c', -1);
		expect(shown(doc)).toEqual(['1 a', '2 c', '3 b']);
		move(doc, read(doc), 'a', 1);
		expect(shown(doc)).toEqual(['1 c', '2 a', '3 b']);
		move(doc, read(doc), 'c', -1);
		expect(shown(doc)).toEqual(['1 c', '2 a', '3 b']);
	});

	it('go in under the one above, and out again behind it', () => {
		const doc = agenda(['a', 'b', 'c']);
		indent(doc, read(doc), 'b');
		indent(doc, read(doc), 'c');
		expect(shown(doc)).toEqual(['1 a', '1.1 b', '1.2 c']);
		outdent(doc, read(doc), 'b');
		expect(shown(doc)).toEqual(['1 a', '1.1 c', '2 b']);
		indent(doc, read(doc), 'a');
		expect(shown(doc)).toEqual(['1 a', '1.1 c', '2 b']);
	});

	it('find room between items that were added at once and stand on one place', () => {
		const doc = agenda([]);
		for (const id of ['a', 'b', 'c', 'd']) {
			const at = { title: id, parent: null, order: orderBetween(null, null), minutes: null, proposer: null };
			putItem(doc, { id, ...at, kind: 'discuss', withdrawnBy: null });
		}
		move(doc, read(doc), 'c', -1);
		expect(shown(doc)).toEqual(['1 a', '2 c', '3 b', '4 d']);
		move(doc, read(doc), 'c', 1);
		expect(shown(doc)).toEqual(['1 a', '2 b', '3 c', '4 d']);
		indent(doc, read(doc), 'c');
		outdent(doc, read(doc), 'c');
		expect(shown(doc)).toEqual(['1 a', '2 b', '3 c', '4 d']);
	});

	it('made at once in two browsers converge and lose nothing', () => {
		const one = agenda(['a', 'b', 'c', 'd']);
		const two = new Y.Doc();
		Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
		indent(one, read(one), 'b');
		move(one, read(one), 'd', -1);
		move(two, read(two), 'a', 1);
		indent(two, read(two), 'd');
		Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
		Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
		expect(shown(one)).toEqual(shown(two));
		expect(
			read(one)
				.map((item) => item.id)
				.toSorted()
		).toEqual(['a', 'b', 'c', 'd']);
	});
});
