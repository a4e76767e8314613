import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { block, minutesFragment } from './minutes-document.ts';
import { namedIn, peopleMentioned } from './people-mentioned.ts';

const WANG = '01936a00-0000-7000-8000-000000000001';
const LI = '01936a00-0000-7000-8000-000000000002';

const mention = (kind: string, id: string) => block('mention', id, { kind, label: '某' });

describe('people mentioned in minutes', () => {
	it('are found in paragraphs, lists and tables, each once a paragraph', () => {
		const doc = new Y.Doc();
		const paragraph = block('paragraph', 'p1', {}, '请');
		const cell = block('paragraph', 'p2', {}, '');
		const row = new Y.XmlElement('tableRow');
		minutesFragment(doc).insert(0, [paragraph, row]);
		row.insert(0, [cell]);
		paragraph.insert(1, [mention('person', WANG), mention('person', WANG), mention('person', LI)]);
		cell.insert(0, [mention('person', WANG)]);
		const found = peopleMentioned(doc).map(({ block: at, personId }) => [at, personId]);
		expect(found).toEqual([
			['p1', WANG],
			['p1', LI],
			['p2', WANG]
		]);
		expect(peopleMentioned(doc).every(({ client }) => client === doc.clientID)).toBe(true);
	});

	it('are no items, and nothing that is no id', () => {
		const doc = new Y.Doc();
		const paragraph = block('paragraph', 'p1', {}, '');
		minutesFragment(doc).insert(0, [paragraph]);
		paragraph.insert(1, [mention('item', WANG), mention('person', 'everybody')]);
		expect(peopleMentioned(doc)).toEqual([]);
	});
});

describe('people named in a comment', () => {
	const people = [
		{ id: '1', label: '王芳' },
		{ id: '2', label: '王芳菲' },
		{ id: '3', label: '王芳' },
		{ id: '4', label: '李强' }
	];
	it('are those whose longest name stands behind an @', () => {
		expect(namedIn('请@王芳菲看一下', people)).toEqual(['2']);
		expect(namedIn('请＠李强看一下，@李强', people)).toEqual(['4']);
		expect(namedIn('@王芳', people)).toEqual(['1', '3']);
	});
	it('are nobody without an @ or with a name of nobody', () => {
		expect(namedIn('请王芳看一下 a@b.cn @', people)).toEqual([]);
	});
});
