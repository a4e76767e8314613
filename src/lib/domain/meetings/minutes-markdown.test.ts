import { describe, expect, it } from 'vitest';
import type { MinutesNode } from './minutes-document.ts';
import { minutesMarkdown } from './minutes-markdown.ts';

const text = (words: string, ...marks: string[]): MinutesNode => ({
	type: 'text',
	text: words,
	...(marks.length ? { marks: marks.map((type) => ({ type })) } : {})
});
const node = (type: string, content: MinutesNode[], attrs?: Record<string, unknown>): MinutesNode => ({
	type,
	content,
	...(attrs ? { attrs } : {})
});
const p = (...content: MinutesNode[]) => node('paragraph', content);

describe('minutes as Markdown', () => {
	it('keeps headings, emphasis, lists, tasks and tables', () => {
		const doc = node('doc', [
			node('heading', [text('1 消防通道')], { level: 2 }),
			p(text('物业反映'), text('长期停车', 'bold'), text('。')),
			node('bulletList', [
				node('listItem', [p(text('划黄线')), node('bulletList', [node('listItem', [p(text('西侧'))])])]),
				node('listItem', [p(text('装地桩'))])
			]),
			node('taskList', [node('taskItem', [p(text('联系城管'))], { checked: true })]),
			node('table', [
				node('tableRow', [node('tableHeader', [p(text('项'))]), node('tableHeader', [p(text('元'))])]),
				node('tableRow', [node('tableCell', [p(text('黄|线'))]), node('tableCell', [p(text('800'))])])
			]),
			p()
		]);
		expect(minutesMarkdown(doc)).toBe(
			[
				'## 1 消防通道',
				'物业反映**长期停车**。',
				'- 划黄线\n  - 西侧\n- 装地桩',
				'- [x] 联系城管',
				'| 项 | 元 |\n| --- | --- |\n| 黄\\|线 | 800 |'
			].join('\n\n') + '\n'
		);
	});

	it('says a mention by its name', () => {
		const mention = { type: 'mention', attrs: { kind: 'person', id: 'u', label: '王*芳*' } };
		expect(minutesMarkdown(node('doc', [p(text('请'), mention, text('核对'))]))).toBe('请@王\\*芳\\*核对\n');
	});

	it('says a picture in words, or where it is below the portal’s own address', () => {
		const file = '0191a2b3-0000-7000-8000-000000000001';
		const image = (attrs: Record<string, unknown>) => node('doc', [{ type: 'image', attrs }]);
		const forged = { alt: '旧[车棚]', href: 'https://evil.example' };
		expect(minutesMarkdown(image({ ...forged, file }))).toBe('［图片：旧\\[车棚\\]］\n');
		expect(minutesMarkdown(image({ ...forged, file }), 'https://gongjian.example')).toBe(
			`![旧\\[车棚\\]](https://gongjian.example/minutes-images/${file})\n`
		);
		expect(minutesMarkdown(image({ ...forged, file: 'x' }), 'https://gongjian.example')).not.toContain('evil');
	});

	it('lets no text become markup', () => {
		const doc = node('doc', [p(text('# <script>alert(1)</script> [x](javascript:1) *y*'))]);
		expect(minutesMarkdown(doc)).toBe('\\# \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:1) \\*y\\*\n');
	});
});
