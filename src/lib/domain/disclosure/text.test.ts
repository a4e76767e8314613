import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference } from './difference.ts';
import { readBlocks } from './text-blocks.ts';
import { readInline } from './text-inline.ts';
import { readTable, writeTable } from './text-table.ts';

describe('a text', () => {
	test('has headings, paragraphs with their lines, lists, tasks, quotes and tables', () => {
		const text =
			'## 时间\n周四上午\n九点\n\n- 1号楼\n- [x] 已通知\n\n1. 先\n2. 后\n> 引用\n---\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |';
		expect(readBlocks(text)).toEqual([
			{ type: 'heading', level: 3, text: [{ text: '时间' }] },
			{ type: 'paragraph', lines: [[{ text: '周四上午' }], [{ text: '九点' }]] },
			{
				type: 'list',
				ordered: false,
				items: [
					{ text: [{ text: '1号楼' }], checked: null },
					{ text: [{ text: '已通知' }], checked: true }
				]
			},
			{
				type: 'list',
				ordered: true,
				items: [
					{ text: [{ text: '先' }], checked: null },
					{ text: [{ text: '后' }], checked: null }
				]
			},
			{ type: 'quote', lines: [[{ text: '引用' }]] },
			{ type: 'rule' },
			{ type: 'table', head: [[{ text: '甲' }], [{ text: '乙' }]], rows: [[[{ text: '1' }], [{ text: '2' }]]] }
		]);
	});

	test('has marks, and escapes that take them back', () => {
		expect(readInline('**要紧** ~~错~~ *斜* \\*不\\*')).toEqual([
			{ text: '要紧', bold: true },
			{ text: ' ' },
			{ text: '错', struck: true },
			{ text: ' ' },
			{ text: '斜', italic: true },
			{ text: ' *不*' }
		]);
		expect(readInline('3 * 4 ** 5')).toEqual([{ text: '3 * 4 ** 5' }]);
		expect(readInline('电话 138****5678，卡 **1111**')).toEqual([
			{ text: '电话 138****5678，卡 ' },
			{ text: '1111', bold: true }
		]);
		expect(readInline('***都***')).toEqual([{ text: '都', bold: true, italic: true }]);
	});

	test('keeps every character of what is no mark, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'甲乙1 .，') }), (text) => {
				expect(
					readInline(text)
						.map((part) => part.text)
						.join('')
				).toBe(text);
			})
		);
		fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readBlocks(text)));
	});
});

describe('a table', () => {
	test('is read as it is pasted or typed, and written as it was', () => {
		const pasted = '项目\t金额\n水费\t1,200.50\n合计\t1,200.50';
		const read = readTable(pasted);
		expect(read).toEqual({
			ok: true,
			value: {
				head: ['项目', '金额'],
				rows: [
					['水费', '1,200.50'],
					['合计', '1,200.50']
				]
			}
		});
		expect(read.ok && writeTable(read.value)).toBe(pasted);
		expect(readTable('项目，金额\n水费，1200')).toMatchObject({ value: { rows: [['水费', '1200']] } });
		expect(readTable(' \n')).toEqual({ ok: true, value: null });
	});

	test.each<[string, string]>([
		['项目\t金额\n水费', 'disclosure.table-uneven'],
		['只有表头\t金额', 'disclosure.table-uneven'],
		['项目\t金额\n水费\t1200\n电费\t300.10\n合计\t1500', 'disclosure.table-sum'],
		['项目\t金额\n收\t0.1\n收\t0.2\n合 计\t0.31', 'disclosure.table-sum'],
		[Array(14).fill('列').join('\t') + '\n' + Array(14).fill('1').join('\t'), 'disclosure.table-too-large']
	])('%j is refused', (text, code) => expect(readTable(text)).toMatchObject({ refusal: { code } }));

	test.each([
		'项\t额\n收\t0.1\n收\t0.2\n合计\t0.3',
		'项\t额\n收\t1,000\n支\t-400\n合计\t600',
		'项\t额\n甲\t见附件\n合计\t600'
	])('%j is right', (text) => expect(readTable(text).ok).toBe(true));
});

test('what has changed is said line by line', () => {
	expect(difference('标题\n\n明天停水\n九点', '标题\n后天停水\n九点\n请互相转告')).toEqual([
		{ change: 'same', text: '标题' },
		{ change: 'removed', text: '明天停水' },
		{ change: 'added', text: '后天停水' },
		{ change: 'same', text: '九点' },
		{ change: 'added', text: '请互相转告' }
	]);
	fc.assert(
		fc.property(fc.array(fc.constantFrom('甲', '乙', '丙')), fc.array(fc.constantFrom('甲', '乙', '丙')), (a, b) => {
			const lines = difference(a.join('\n'), b.join('\n'));
			expect(lines.filter((line) => line.change !== 'added').map((line) => line.text)).toEqual(a);
			expect(lines.filter((line) => line.change !== 'removed').map((line) => line.text)).toEqual(b);
		})
	);
});
