import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { initialMinutes, minutesJson, type MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { renderMinutes } from './render-minutes.ts';

const p = (id: string, ...content: MinutesNode[]): MinutesNode => ({ type: 'paragraph', attrs: { id }, content });
const text = (words: string, marks?: MinutesNode['marks']): MinutesNode => ({
	type: 'text',
	text: words,
	...(marks ? { marks } : {})
});
const html = (...content: MinutesNode[]) =>
	renderMinutes({ type: 'doc', content })
		.map((block) => block.html)
		.join('');

describe('minutes as HTML', () => {
	it('render what the server wrote first, with ids to point at', () => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, initialMinutes([{ id: 'a', number: '1', title: '消防通道' }]));
		expect(renderMinutes(minutesJson(doc))).toEqual([
			{ html: '<h2 id="b-item-a" data-block="item-a">1 消防通道</h2>', blocks: ['item-a'], words: '1 消防通道' },
			{ html: '<p id="b-text-a" data-block="text-a"></p>', blocks: ['text-a'], words: '' }
		]);
	});

	it('escape words and attributes', () => {
		const evil = '<img src=x onerror=alert(1)>';
		expect(html(p(`"><script>`, text(evil, [{ type: 'bold' }])))).not.toMatch(/<img|<script/);
	});

	it('drop nodes, marks and attributes that minutes do not know, and keep their words', () => {
		const out = html(
			{ type: 'iframe', attrs: { src: 'javascript:alert(1)' }, content: [p('a', text('字'))] },
			p('b', text('点我', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])),
			{ type: 'paragraph', attrs: { id: 'c', onclick: 'alert(1)', style: 'x' }, content: [text('句')] }
		);
		expect(out).not.toMatch(/iframe|javascript|onclick|style/);
		for (const word of ['字', '点我', '句']) expect(out).toContain(word);
	});

	it('keep lists, tasks and tables', () => {
		const out = html(
			{ type: 'bulletList', content: [{ type: 'listItem', content: [p('a', text('划线'))] }] },
			{ type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [p('b', text('联系'))] }] },
			{
				type: 'table',
				content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p('c', text('元'))] }] }]
			}
		);
		expect(out).toMatch(/<ul><li><p[^>]*>划线/);
		expect(out).toMatch(/data-checked="true"/);
		expect(out).toMatch(/<td[^>]*><p[^>]*>元/);
	});
	it('show whom a mention means and never who that is in the register, and lead to a mentioned item', () => {
		const mention = (attrs: Record<string, unknown>) => p('a', { type: 'mention', attrs });
		expect(html(mention({ kind: 'person', id: 'u-1', label: '王<b>芳' }))).toBe(
			'<p id="b-a" data-block="a"><span class="mention" data-type="mention" data-label="王&lt;b&gt;芳" data-mention-suggestion-char="@" data-kind="person">@王&lt;b&gt;芳</span></p>'
		);
		expect(html(mention({ kind: 'item', id: 'i-1', label: '1 消防通道' }))).toContain('href="#b-item-i-1"');
		for (const forged of ['"onclick="x', 'javascript:1', '']) {
			expect(html(mention({ kind: 'item', id: forged, label: '1' }))).not.toContain('href');
		}
	});
	it('show a picture from nowhere but the portal, whatever a client wrote into it', () => {
		const file = '0191a2b3-0000-7000-8000-000000000001';
		const image = (attrs: Record<string, unknown>) => html({ type: 'image', attrs });
		const forged = { src: 'https://evil.example/x.png', href: 'https://evil.example', title: '"><script>' };
		expect(image({ ...forged, id: 'i', file, alt: '旧"车棚', width: 800, height: '9" onload="x' })).toBe(
			`<img id="b-i" data-block="i" data-file="${file}" src="/minutes-images/${file}" alt="旧&quot;车棚"/>`
		);
		expect(image({ file, alt: 'a', width: 800, height: 600 })).toContain('width="800" height="600"');
		for (const elsewhere of [undefined, 'https://evil.example/x.png', '../files/x', `${file}/..`]) {
			expect(image({ ...forged, file: elsewhere, alt: '车棚' })).toBe('<p>［图片：车棚］</p>');
		}
	});
});
