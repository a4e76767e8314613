import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anchorBetween, locateAnchor, type Anchor } from './minutes-anchor.ts';
import { block, minutesFragment } from './minutes-document.ts';

function minutes(...paragraphs: string[]): Y.Doc {
	const doc = new Y.Doc();
	minutesFragment(doc).insert(
		0,
		paragraphs.map((words, i) => block('paragraph', `p${i}`, {}, words))
	);
	return doc;
}
const textOf = (doc: Y.Doc, place: number) => (minutesFragment(doc).get(place) as Y.XmlElement).get(0) as Y.XmlText;
const at = (type: Y.XmlText, index: number) =>
	Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, -1));

/** An anchor on the first place of these words. */
function anchorOn(doc: Y.Doc, place: number, words: string): Anchor {
	const from = textOf(doc, place).toString().indexOf(words);
	return anchorBetween(doc, at(textOf(doc, place), from), at(textOf(doc, place), from + words.length))!;
}
const found = (doc: Y.Doc, anchor: Anchor) => locateAnchor(doc, anchor)?.words ?? null;

describe('an anchor', () => {
	it('quotes what stands between its ends, without blank space at the edges', () => {
		const doc = minutes('物业 本周五前 划线。');
		const anchor = anchorBetween(doc, at(textOf(doc, 0), 2), at(textOf(doc, 0), 8));
		expect([anchor?.quote, anchor?.block]).toEqual(['本周五前', 'p0']);
	});

	it('stays with its words whatever is written around and in them', () => {
		const doc = minutes('物业本周五前划线。');
		const anchor = anchorOn(doc, 0, '本周五前');
		const text = textOf(doc, 0);
		text.insert(0, '3号楼：');
		text.insert(text.toString().indexOf('本周'), '须在');
		text.insert(text.toString().indexOf('划线'), '，');
		text.insert(text.toString().indexOf('五前'), '（12 月）');
		minutesFragment(doc).insert(0, [block('paragraph', 'new', {}, '前面的话')]);
		expect(found(doc, anchor)).toBe('本周（12 月）五前');
		expect(locateAnchor(doc, anchor)?.block).toBe('p0');
	});

	it('is gone with its words or their block, and comes back with an undo', () => {
		const doc = minutes('物业本周五前划线。', '别的话。');
		const anchor = anchorOn(doc, 0, '本周五前');
		const undo = new Y.UndoManager(minutesFragment(doc));
		textOf(doc, 0).delete(2, 4);
		expect(found(doc, anchor)).toBeNull();
		undo.undo();
		expect(found(doc, anchor)).toBe('本周五前');
		// others only see that somebody wrote the words anew
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
		expect(found(other, anchor)).toBe('本周五前');
		minutesFragment(doc).delete(0, 1);
		expect(found(doc, anchor)).toBeNull();
	});

	it('knows its words again where a paragraph was split before them, and not where they stand twice', () => {
		const doc = minutes('先说通道。再说本周五前划线。', '别的话。');
		const anchor = anchorOn(doc, 0, '本周五前');
		// as an editor splits: what is behind the caret is deleted and written anew
		textOf(doc, 0).delete(5, 9);
		minutesFragment(doc).insert(1, [block('paragraph', 'split', {}, '再说本周五前划线。')]);
		expect(locateAnchor(doc, anchor)).toMatchObject({ words: '本周五前', block: 'split' });
		textOf(doc, 1).insert(0, '本周五前，');
		expect(found(doc, anchor)).toBeNull();
	});

	it('reaches over several blocks, and over a mention', () => {
		const doc = minutes('第一段', '第二段');
		const mention = new Y.XmlElement('mention');
		mention.setAttribute('label', '王芳');
		(minutesFragment(doc).get(0) as Y.XmlElement).insert(1, [mention]);
		const anchor = anchorBetween(doc, at(textOf(doc, 0), 1), at(textOf(doc, 1), 2));
		expect(anchor?.quote).toBe('一段@王芳\n第二');
		expect(found(doc, anchor!)).toBe('一段@王芳\n第二');
	});

	it('is none for nothing, for what the document does not have, and for what is no position', () => {
		const doc = minutes('一', '二');
		const other = minutes('三三');
		const [text, strange] = [textOf(doc, 0), textOf(other, 0)];
		expect(anchorBetween(doc, at(text, 1), at(text, 1))).toBeNull();
		expect(anchorBetween(doc, at(textOf(doc, 1), 1), at(text, 0))).toBeNull();
		expect(anchorBetween(doc, at(text, 0), at(strange, 2))).toBeNull();
		expect(anchorBetween(doc, new Uint8Array([9, 9, 9]), new Uint8Array())).toBeNull();
	});
});
