import { expect, test } from 'vitest';
import { rollChanges } from './roll-changes.ts';

const roll = (entries: Record<string, string>) => Object.entries(entries).map(([key, text]) => ({ key, text }));

test('names what is gone, what is new and what is written otherwise, and nothing else', () => {
	const before = roll({ a: '101 王○○', b: '102 李○○', c: '103 赵○○ 89.50㎡' });
	const after = roll({ c: '103 赵○○ 98.50㎡', d: '104 钱○○', a: '101 王○○' });
	expect(rollChanges(before, after)).toEqual([
		{ was: '102 李○○', now: null },
		{ was: '103 赵○○ 89.50㎡', now: '103 赵○○ 98.50㎡' },
		{ was: null, now: '104 钱○○' }
	]);
	expect(rollChanges(before, before)).toEqual([]);
});
