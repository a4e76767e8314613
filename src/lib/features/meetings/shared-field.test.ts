import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { branch, merge, retype } from './shared-field.ts';

const words = fc.string({ unit: 'grapheme' });

describe('typing into a shared title', () => {
	it('makes it what was typed', () => {
		fc.assert(
			fc.property(words, words, (held, typed) => {
				const text = new Y.Doc().getText();
				text.insert(0, held);
				retype(text, typed);
				expect(text.toString()).toBe(typed);
			})
		);
	});

	it('keeps what another adds meanwhile', () => {
		const one = new Y.Doc();
		one.getText().insert(0, '消防通道');
		const two = new Y.Doc();
		Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
		retype(one.getText(), '3号楼消防通道');
		retype(two.getText(), '消防通道被占');
		Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
		expect(two.getText().toString()).toBe('3号楼消防通道被占');
	});

	it('keeps what others write, before, behind and within, while a word is on its way through an input method', () => {
		const doc = new Y.Doc();
		const text = doc.getText();
		text.insert(0, '消防通道');
		const apart = branch(doc);
		text.insert(4, '被占');
		text.insert(2, '应急');
		text.insert(0, '3号楼');
		retype(apart.getText(), '消防车通道');
		merge(doc, apart);
		expect(text.toString()).toMatch(/^3号楼消防(应急车|车应急)通道被占$/);
	});

	it('does not cut a letter of two code units in half', () => {
		const text = new Y.Doc().getText();
		text.insert(0, '𠮷家');
		retype(text, '𠮶家');
		expect(text.toString()).toBe('𠮶家');
		retype(text, '👍家');
		expect(text.toJSON()).toBe('👍家');
	});
});
