import { getSchema } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { initialMinutes, minutesBlocks, minutesFragment, minutesJson } from '#lib/domain/meetings/minutes-document.ts';
import { minutesExtensions } from './minutes-schema.ts';

const schema = getSchema(minutesExtensions);

/** Does to the document what the editor does when what stands from `from` to `to` becomes `content` (positions in the paper). */
function edit(doc: Y.Doc, from: number, to: number, content?: Node): void {
	const paper = schema.nodeFromJSON(minutesJson(doc));
	const slice = new Slice(Fragment.from(content), 0, 0);
	updateYFragment(doc, minutesFragment(doc), paper.replace(from, to, slice), {
		mapping: new Map(),
		isOMark: new Map()
	});
}

function two(): { docs: [Y.Doc, Y.Doc]; exchange: () => string } {
	const docs: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()];
	const start = initialMinutes([{ id: 'a', number: '1', title: '消防通道' }]);
	for (const doc of docs) Y.applyUpdate(doc, start);
	const exchange = () => {
		const [one, other] = docs.map((doc) => Y.encodeStateAsUpdate(doc)) as [Uint8Array, Uint8Array];
		Y.applyUpdate(docs[0], other);
		Y.applyUpdate(docs[1], one);
		const texts = docs.map((doc) => minutesBlocks(doc)[1]!.text);
		expect(texts[0]).toBe(texts[1]);
		return texts[0]!;
	};
	return { docs, exchange };
}

/** Where the paragraph beneath the heading begins. */
const START = '1 消防通道'.length + 3;

it('two begin the same empty paragraph at once: both sentences stay whole', () => {
	const { docs, exchange } = two();
	edit(docs[0], START, START, schema.text('物业周五前划线。'));
	edit(docs[1], START, START, schema.text('党委协调城管。'));
	expect(['物业周五前划线。党委协调城管。', '党委协调城管。物业周五前划线。']).toContain(exchange());
	// and the next edit of one of them does not merge them anew
	edit(docs[0], START, START);
	expect(Y.encodeStateVector(docs[0])).toEqual(Y.encodeStateVector(docs[1]));
});

it('two begin at once the paragraph that one of them has just opened', () => {
	const { docs, exchange } = two();
	edit(docs[0], START + 1, START + 1, schema.node('paragraph', { id: 'new' }));
	exchange();
	edit(docs[0], START + 2, START + 2, schema.text('物业周五前划线。'));
	edit(docs[1], START + 2, START + 2, schema.text('党委协调城管。'));
	exchange();
	edit(docs[0], START + 2, START + 2, schema.text('甲：'));
	edit(docs[1], START + 2, START + 2, schema.text('乙：'));
	exchange();
	expect([...minutesBlocks(docs[0])[2]!.text].toSorted()).toEqual(
		[...'物业周五前划线。党委协调城管。甲：乙：'].toSorted()
	);
});

it('one empties a paragraph while another writes on in it: the new words stay', () => {
	const { docs, exchange } = two();
	edit(docs[0], START, START, schema.text('旧话。'));
	exchange();
	edit(docs[0], START, START + 3);
	edit(docs[1], START + 3, START + 3, schema.text('新话。'));
	expect(exchange()).toBe('新话。');
});
