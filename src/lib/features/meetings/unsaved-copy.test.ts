import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { UnsavedCopy } from './unsaved-copy.ts';

/** The browser's storage as its standard describes it, with room for `limit` characters. */
function storageOf(limit = 5_000_000): Storage {
	const rows = new Map<string, string>();
	return {
		get length() {
			return rows.size;
		},
		key: (i) => [...rows.keys()][i] ?? null,
		getItem: (key) => rows.get(key) ?? null,
		setItem: (key, value) => {
			if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
			rows.set(key, value);
		},
		removeItem: (key) => void rows.delete(key),
		clear: () => rows.clear()
	};
}

const mine = { personId: 'zhang', documentId: 'minutes' };
const server = new Y.Doc();
server.getText('t').insert(0, '议题一。');

function pageOf(storage: Storage, whose = mine) {
	const doc = new Y.Doc();
	const copy = new UnsavedCopy(doc, whose, storage);
	return { doc, copy, text: () => doc.getText('t').toString() };
}

function receive(page: { doc: Y.Doc }): void {
	Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(server));
}

test('a page closed without a connection loses nothing: the next one has it again, and the server gets it', () => {
	const storage = storageOf();
	const first = pageOf(storage);
	receive(first);
	first.copy.saved();
	first.doc.getText('t').insert(4, '物业周五前划线。');
	first.doc.getText('t').delete(0, 2);
	expect(first.copy.keep()).toBe(true);

	const second = pageOf(storage);
	// what the page would answer to the server's first question, before it has received anything
	const answer = Y.encodeStateAsUpdate(second.doc, Y.encodeStateVector(server));
	receive(second);
	expect(second.text()).toBe('一。物业周五前划线。');
	const stored = new Y.Doc();
	Y.applyUpdate(stored, Y.encodeStateAsUpdate(server));
	Y.applyUpdate(stored, answer);
	expect(stored.getText('t').toString()).toBe('一。物业周五前划线。');
	second.copy.saved();
	expect(storage.length).toBe(0);
});

test('keeps only what the server lacks', () => {
	const storage = storageOf();
	const page = pageOf(storage);
	page.doc.getText('t').insert(0, '很长的纪要。'.repeat(2_000));
	page.copy.saved();
	page.doc.getText('t').insert(0, '新');
	page.copy.keep();
	expect(storage.getItem(storage.key(0)!)!.length).toBeLessThan(100);
});

test('one page that is saved leaves the copy of another page alone', () => {
	const storage = storageOf();
	const one = pageOf(storage);
	const two = pageOf(storage);
	one.doc.getText('t').insert(0, '一');
	one.copy.keep();
	two.copy.saved();
	expect(pageOf(storage).text()).toBe('一');
});

test('is not read for somebody else', () => {
	const storage = storageOf();
	const page = pageOf(storage);
	page.doc.getText('t').insert(0, '我的话');
	page.copy.keep();
	expect(pageOf(storage, { ...mine, personId: 'li' }).text()).toBe('');
});

test('says so where the device has no room', () => {
	const page = pageOf(storageOf(20));
	page.doc.getText('t').insert(0, '写不下的一段话'.repeat(20));
	expect(page.copy.keep()).toBe(false);
});
