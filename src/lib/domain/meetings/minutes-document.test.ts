import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { block, initialMinutes, minutesBlocks, minutesFragment, minutesJson } from './minutes-document.ts';

function opened(): Y.Doc {
	const doc = new Y.Doc();
	const items = [
		{ id: 'a', number: '1', title: '消防通道' },
		{ id: 'b', number: '2', title: '加装电梯' }
	];
	Y.applyUpdate(doc, initialMinutes(items));
	return doc;
}

describe('minutes', () => {
	it('begin with a section for every item', () => {
		expect(minutesJson(opened())).toEqual({
			type: 'doc',
			content: [
				{ type: 'heading', attrs: { id: 'item-a', level: 2 }, content: [{ type: 'text', text: '1 消防通道' }] },
				{ type: 'paragraph', attrs: { id: 'text-a' } },
				{ type: 'heading', attrs: { id: 'item-b', level: 2 }, content: [{ type: 'text', text: '2 加装电梯' }] },
				{ type: 'paragraph', attrs: { id: 'text-b' } }
			]
		});
	});

	it('tell of each block its words and its item', () => {
		const doc = opened();
		minutesFragment(doc).insert(2, [block('paragraph', 'p1', {}, '物业公司反映通道停车。')]);
		expect(minutesBlocks(doc)).toEqual([
			{ id: 'item-a', type: 'heading', text: '1 消防通道', itemId: 'a' },
			{ id: 'text-a', type: 'paragraph', text: '', itemId: 'a' },
			{ id: 'p1', type: 'paragraph', text: '物业公司反映通道停车。', itemId: 'a' },
			{ id: 'item-b', type: 'heading', text: '2 加装电梯', itemId: 'b' },
			{ id: 'text-b', type: 'paragraph', text: '', itemId: 'b' }
		]);
	});

	it('find blocks inside lists, and join marked words', () => {
		const doc = new Y.Doc();
		const text = new Y.XmlText();
		const list = block('bulletList', 'l', {});
		const item = block('listItem', 'i', {});
		const paragraph = block('paragraph', 'p', {});
		minutesFragment(doc).insert(0, [list]);
		list.insert(0, [item]);
		item.insert(0, [paragraph]);
		paragraph.insert(0, [text]);
		text.insert(0, '本周五前', { bold: {} });
		text.insert(4, '划线');
		expect(minutesBlocks(doc)).toEqual([{ id: 'p', type: 'paragraph', text: '本周五前划线', itemId: null }]);
	});
});
