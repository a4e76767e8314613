import { describe, expect, test } from 'vitest';
import { isBankCard, isIdNumber } from './check-digits.ts';
import { decide, undecided } from './decisions.ts';
import { applyMasks, maskNode } from './masks.ts';
import { scan, type Decided } from './personal-data.ts';

const found = (body: string) =>
	scan({ title: '通知', body, table: null }).map(({ kind, text, masked }) => [kind, text, masked]);

describe('numbers with a check digit', () => {
	// invented: region 110101, the last character computed by GB 11643
	test.each<[string, boolean]>([
		['11010119900307109X', true],
		['110101199003071098', false],
		['110101199003070994', true],
		['110101199013070994', false],
		['110101900307099', true],
		['110101901307099', false]
	])('identity number %s: %s', (number, holds) => expect(isIdNumber(number)).toBe(holds));

	test.each<[string, boolean]>([
		['6222021234567890128', true],
		['6222021234567890129', false],
		['4111111111111111', true],
		['4111111111111112', false]
	])('bank card %s: %s', (number, holds) => expect(isBankCard(number)).toBe(holds));
});

describe('what the scan finds', () => {
	test.each<[string, string[][]]>([
		['请打 13812345678', [['phone', '13812345678', '138＊＊＊＊5678']]],
		['请打 138 1234 5678', [['phone', '138 1234 5678', '138 ＊＊＊＊ 5678']]],
		['请打１３８１２３４５６７８', [['phone', '１３８１２３４５６７８', '１３８＊＊＊＊５６７８']]],
		['证件 110101199003070994', [['id-number', '110101199003070994', '110＊＊＊＊＊＊＊＊＊＊＊＊＊94']]],
		['卡号 4111 1111 1111 1111', [['bank-card', '4111 1111 1111 1111', '＊＊＊＊ ＊＊＊＊ ＊＊＊＊ 1111']]],
		['车牌京A·12345请挪车', [['plate', '京A·12345', '京A＊＊＊45']]],
		['3号楼2单元501室漏水', [['address', '3号楼2单元501室', '3号楼2单元＊＊＊室']]],
		[
			'12栋0803、3-2-501',
			[
				['address', '12栋0803', '12栋＊＊＊'],
				['address', '3-2-501', '3-2-＊＊＊']
			]
		],
		[
			'王建国 13812345678',
			[
				['name', '王建国', '王○○'],
				['phone', '13812345678', '138＊＊＊＊5678']
			]
		],
		[
			'请告诉3号楼2单元501的王桂兰。',
			[
				['address', '3号楼2单元501', '3号楼2单元＊＊＊'],
				['name', '王桂兰', '王○○']
			]
		]
	])('%s', (line, expected) => expect(found(line)).toEqual(expected));

	test.each([
		'11月26日（周四）9点到11点，1号楼至4号楼、6号楼停水',
		'2026-11-24 公布，第 12345678901 号文件',
		'街道办 010-66881234，物业前台 66881234',
		'主任周颖、王家湾社区、金额 138,123.45 元',
		'证件 110101199003070995，卡号 4111111111111112'
	])('nothing in: %s', (line) => expect(found(line)).toEqual([]));

	test('words that begin like names are none', () => {
		expect(found('时间：周三；方式：微信；电话 13812345678').map(([kind]) => kind)).toEqual(['phone']);
	});

	test('columns of names in tables, each once', () => {
		const table = {
			head: ['姓名', '补助'],
			rows: [
				['李秀英', '500'],
				['李秀英', '300'],
				['欧阳明', '200']
			]
		};
		expect(scan({ title: '', body: '', table }).map(({ text }) => text)).toEqual(['李秀英', '欧阳明']);
	});
});

describe('what is decided', () => {
	const findings = scan({ title: '', body: '王建国 13812345678', table: null });
	const say = (decision: string, reason = '') => findings.map(({ text }) => ({ text, decision, reason }));

	test('every finding, and a reason for what is kept', () => {
		expect(decide(findings, [])).toMatchObject({
			refusal: { code: 'disclosure.finding-undecided', field: 'decision-0' }
		});
		expect(decide(findings, say('keep', ' '))).toMatchObject({
			refusal: { code: 'disclosure.finding-reason-missing', field: 'reason-0' }
		});
		expect(decide(findings, say('throw away')).ok).toBe(false);
		expect(decide(findings, say('mask'))).toMatchObject({ value: [{ decision: 'mask' }, { decision: 'mask' }] });
	});

	test('what was masked is found again only if it is still there; what was kept is not', () => {
		const decided = [
			{ ...findings[0]!, decision: 'mask' },
			{ ...findings[1]!, decision: 'keep' }
		] as Decided[];
		expect(undecided(findings, decided).map(({ kind }) => kind)).toEqual(['name']);
	});

	test('masks the longest first, in texts and in documents', () => {
		const decided = [
			{ kind: 'name', text: '王建', masked: '王○', decision: 'mask' },
			{ kind: 'name', text: '王建国', masked: '王○○', decision: 'mask' },
			{ kind: 'phone', text: '13812345678', masked: 'x', decision: 'keep', reason: '工作电话' }
		] as Decided[];
		expect(applyMasks('王建国和王建 13812345678', decided)).toBe('王○○和王○ 13812345678');
		const node = { type: 'doc', content: [{ type: 'text', text: '王建国说' }] };
		expect(maskNode(node, decided)).toEqual({ type: 'doc', content: [{ type: 'text', text: '王○○说' }] });
		const mention = { type: 'mention', attrs: { id: 'x', label: node.content[0]!.text.slice(0, -1) } };
		expect(maskNode(mention, decided)).toEqual({ type: 'mention', attrs: { id: 'x', label: '王○○' } });
	});
});
