import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { minutesMarkdown } from '#lib/domain/meetings/minutes-markdown.ts';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { MinutesPaper } from '#lib/domain/meetings/minutes-paper.ts';
import { minutesDocx } from './minutes-docx.ts';
import { paperDocument, paperTitle } from './paper-document.ts';
import { renderMinutes } from './render-minutes.ts';

const p = (text: string): MinutesNode => ({
	type: 'paragraph',
	attrs: { id: text },
	content: [{ type: 'text', text }]
});
const list = (type: string, item: string, ...items: MinutesNode[]): MinutesNode => ({
	type,
	content: items.map((one) => ({ type: item, attrs: { checked: true }, content: [one] }))
});
const paper: MinutesPaper = {
	images: new Map(),
	title: '消防通道',
	community: '枫林苑社区',
	kind: 'co-building',
	startsAt: new Date('2026-11-24T11:00:00Z'),
	place: '活动室',
	convener: '居委会',
	parties: ['居委会', '物业公司'],
	present: { count: 12, names: ['周颖'] },
	items: [{ id: '1', outcome: 'carried', carriedFrom: { meeting: '秋季联席会', number: '2.1', title: '通道被占' } }],
	minutes: {
		type: 'doc',
		content: [
			{ type: 'heading', attrs: { level: 2, id: 'item-1' }, content: [{ type: 'text', text: '1 消防通道' }] },
			p('3号楼 <通道> & "被占"'),
			list('orderedList', 'listItem', p('划线')),
			list('bulletList', 'listItem', p('巡查')),
			list('taskList', 'taskItem', p('联系城管')),
			{
				type: 'table',
				content: [
					{ type: 'tableRow', content: [{ type: 'tableHeader', content: [p('费用')] }] },
					{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 1e9 }, content: [p('1,800元')] }] }
				]
			},
			p('响铃\u0007与半个字\ud800'),
			{ type: 'unknown', content: [p('不认识的')] }
		]
	},
	whole: true,
	hearing: {
		questions: [
			{ item: '1', from: null, to: '物业公司', question: '钱从哪里出', answer: '公共收益', setAside: null },
			{ item: '1', from: '业委会', to: '居委会', question: '再问一遍', answer: null, setAside: '重复' }
		],
		positions: [{ party: '业委会', stance: 'conditions', text: '先公示再收费' }]
	},
	objections: [{ quoted: '被占', body: '是西侧', answer: '已补充', accepted: true }],
	signatures: [
		{
			party: '物业公司',
			signed: {
				...{ stance: 'agree-with-reservation', text: '费用另议', signer: '钱经理', position: '经理' },
				...{ late: true, at: new Date('2026-12-01T02:00:00Z') }
			}
		},
		{ party: '居委会', signed: null }
	],
	corrigenda: [
		{
			...{ number: 1, quoted: '登记168辆', corrected: '登记186辆', reason: '数字写颠倒', issuer: '居委会' },
			...{
				at: new Date('2026-12-03T02:00:00Z'),
				hash: 'c'.repeat(64),
				signatures: [{ party: '物业公司', signed: null }]
			}
		}
	],
	sealedAt: new Date('2026-11-28T02:00:00Z'),
	hash: 'f'.repeat(64)
};

/** What every rendering must say. */
const SAID = [
	...['各方意见', '有条件同意', '先公示再收费', '钱从哪里出', '公共收益', '重复'],
	...['秋季联席会', '本项没有议定，转下次会议。'],
	...['多方共建会议', '2026年11月24日', '活动室', '12 人', '周颖', '1 消防通道', '划线', '巡查', '联系城管', '1,800元'],
	...[
		'不认识的',
		'是西侧',
		'已补充',
		'物业公司',
		'同意，有保留',
		'费用另议',
		'钱经理，经理',
		'逾期签署',
		'待签',
		'f'.repeat(64)
	]
];

describe('sealed minutes on paper', () => {
	it('say the same in HTML and Markdown', () => {
		const html = renderMinutes(paperDocument(paper))
			.map((block) => block.html)
			.join('');
		const markdown = minutesMarkdown(paperDocument(paper));
		for (const words of SAID) {
			expect(html).toContain(words);
			expect(markdown).toContain(words);
		}
		expect(html).toContain('3号楼 &lt;通道&gt; &amp; "被占"');
	});

	it('are a Word document of well-formed XML, with the same words and Chinese fonts', async () => {
		const files = unzipSync(await minutesDocx(paperTitle(paper), paperDocument(paper)));
		const xml = strFromU8(files['word/document.xml']!);
		for (const words of [...SAID, '消防通道 · 纪要', '☑ ', '3号楼 &lt;通道&gt; &amp; ', '响铃与半个字']) {
			expect(xml).toContain(words);
		}
		expect(xml).not.toContain('\u0007');
		expect(xml).not.toContain('1000000000');
		expect(strFromU8(files['word/styles.xml']!)).toContain('SimSun');
	});

	it('say that words are masked where they are, and whose hash it is', () => {
		const masked = minutesMarkdown(paperDocument({ ...paper, whole: false }));
		expect(masked).toContain('遮去了个人信息');
		expect(minutesMarkdown(paperDocument(paper))).not.toContain('遮去了个人信息');
	});
});
