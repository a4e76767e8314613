import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compareMinutes, compareText } from './compare-minutes.ts';
import { block, initialMinutes, minutesFragment, minutesJson } from './minutes-document.ts';
import { authorsOf, restoreMinutes } from './minutes-history.ts';

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}
const minutes = (...paragraphs: [id: string, text: string][]): Y.Doc => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, initialMinutes([{ id: 'a', number: '1', title: '通道' }]));
	minutesFragment(doc).insert(
		1,
		paragraphs.map(([id, text]) => block('paragraph', id, {}, text))
	);
	return doc;
};
const textAt = (doc: Y.Doc, place: number) => (minutesFragment(doc).get(place) as Y.XmlElement).get(0) as Y.XmlText;

describe('authorship', () => {
	it('counts the characters that stand there for who wrote them', () => {
		const one = minutes(['p', '消防通道被占']);
		const two = copyOf(one);
		textAt(two, 1).insert(2, '西侧');
		textAt(two, 1).delete(0, 1);
		const [, p] = authorsOf(two);
		expect([p!.id, p!.text]).toEqual(['p', '防西侧通道被占']);
		expect([...p!.clients]).toEqual(
			[
				[one.clientID, 5],
				[two.clientID, 2]
			].toSorted(([a], [b]) => (a === one.clientID ? -1 : b === one.clientID ? 1 : 0))
		);
	});
});

describe('a mention', () => {
	const mention = (label: string) => {
		const made = new Y.XmlElement('mention');
		for (const [key, value] of Object.entries({ kind: 'person', id: 'u', label })) made.setAttribute(key, value);
		return made;
	};
	it('counts for who made it, is compared by its name and brought back by a version', () => {
		const version = minutes(['p', '请']);
		(minutesFragment(version).get(1) as Y.XmlElement).insert(1, [mention('王芳')]);
		const doc = copyOf(version);
		(minutesFragment(doc).get(1) as Y.XmlElement).delete(1, 1);
		(minutesFragment(doc).get(1) as Y.XmlElement).insert(1, [mention('李强')]);
		const [, p] = authorsOf(doc);
		expect([p!.text, p!.clients.get(doc.clientID)]).toEqual(['请@李强', 3]);
		const changed = compareMinutes(minutesJson(version), minutesJson(doc)).find(({ id }) => id === 'p');
		expect(changed?.pieces.map(({ kind, text }) => [kind, text])).toEqual([
			['same', '请@'],
			['removed', '王芳'],
			['added', '李强']
		]);
		restoreMinutes(doc, version);
		expect(minutesJson(doc)).toEqual(minutesJson(version));
	});
});

describe('comparing two texts', () => {
	it('shows what came and what went', () => {
		expect(compareText('3号楼通道被占', '3号楼西侧通道占用')).toEqual([
			{ kind: 'same', text: '3号楼' },
			{ kind: 'added', text: '西侧' },
			{ kind: 'same', text: '通道' },
			{ kind: 'removed', text: '被' },
			{ kind: 'same', text: '占' },
			{ kind: 'added', text: '用' }
		]);
	});

	it('gives both texts back, whatever they are', () => {
		const words = fc.string({ unit: fc.constantFrom('一', '二', '三', '😀', 'a'), maxLength: 30 });
		fc.assert(
			fc.property(words, words, (before, after) => {
				const pieces = compareText(before, after);
				const without = (kind: string) =>
					pieces
						.filter((piece) => piece.kind !== kind)
						.map(({ text }) => text)
						.join('');
				expect([without('added'), without('removed')]).toEqual([before, after]);
			})
		);
	});
});

describe('comparing two versions', () => {
	it('knows paragraphs by their ids, and shows one that went where it stood', () => {
		const before = minutes(['p1', '第一段'], ['p2', '第二段'], ['p3', '第三段']);
		const after = copyOf(before);
		minutesFragment(after).delete(2, 1);
		textAt(after, 1).insert(3, '改');
		minutesFragment(after).insert(3, [block('paragraph', 'p4', {}, '新写的')]);
		const compared = compareMinutes(minutesJson(before), minutesJson(after));
		expect(compared.map(({ id, kind }) => [id, kind])).toEqual([
			['item-a', 'same'],
			['p1', 'changed'],
			['p2', 'removed'],
			['p3', 'same'],
			['p4', 'added'],
			['text-a', 'same']
		]);
	});
});

describe('restoring a version', () => {
	it('is a new edit that leaves alone what stands unchanged, and reaches others who write on', () => {
		const doc = minutes(['p1', '第一段'], ['p2', '第二段']);
		const version = copyOf(doc);
		textAt(doc, 2).insert(0, '错');
		minutesFragment(doc).delete(1, 1);
		minutesFragment(doc).insert(2, [block('paragraph', 'p9', {}, '多余')]);
		const other = copyOf(doc);
		const before = Y.encodeStateVector(doc);
		const portal = copyOf(doc);
		restoreMinutes(portal, version);
		expect(minutesJson(portal)).toEqual(minutesJson(version));
		// the heading was not written again
		expect([...authorsOf(portal)[0]!.clients.keys()]).toEqual([...authorsOf(version)[0]!.clients.keys()]);
		textAt(other, 0).insert(0, '补');
		Y.applyUpdate(other, Y.encodeStateAsUpdate(portal, before));
		expect(authorsOf(other).map(({ text }) => text)).toEqual(['补1 通道', '第一段', '第二段', '']);
	});

	it('brings any list of paragraphs back', () => {
		const words = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { minLength: 0 });
		fc.assert(
			fc.property(words, words, (then, now) => {
				const version = minutes(...then.map((text): [string, string] => [text, text]));
				const doc = minutes(...now.map((text): [string, string] => [text, text]));
				restoreMinutes(doc, version);
				expect(minutesJson(doc)).toEqual(minutesJson(version));
			}),
			{ numRuns: 50 }
		);
	});
});
