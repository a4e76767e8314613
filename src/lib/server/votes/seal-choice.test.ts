import { beforeAll, expect, test } from 'vitest';
import { newSealKey, openerOf, sealChoice } from './seal-choice.ts';

beforeAll(() => {
	process.env.GONGJIAN_SECRET ??= 'a secret of at least thirty-two bytes';
});

test('a sealed choice opens for its vote and its ballot alone, and tells nothing by its length', () => {
	const { key, wrapped } = newSealKey('v1');
	const sealed = ['for', 'against', 'abstain'].map((choice) => sealChoice(key, choice, 'b1'));
	expect(sealed.map((one) => openerOf('v1', wrapped)(one, 'b1'))).toEqual(['for', 'against', 'abstain']);
	expect(new Set(sealed.map((one) => one.length)).size).toBe(1);
	expect(sealChoice(key, 'for', 'b1')).not.toBe(sealed[0]);
	expect(() => openerOf('v1', wrapped)(sealed[0]!, 'b2')).toThrow();
	expect(() => openerOf('v1', newSealKey('v1').wrapped)(sealed[0]!, 'b1')).toThrow();
	expect(() => openerOf('v2', wrapped)).toThrow();
});
