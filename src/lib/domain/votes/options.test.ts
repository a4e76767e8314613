import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceOn, choiceText, chosenIn, isChoiceOn, type Method } from './options.ts';

const options = ['o1', 'o2', 'o3', 'abstain'].map((id) => ({ id }));
const on = (method: Method, ticked: string[], most?: number) => choiceOn({ method, options, most }, ticked);

test.each<[string, Method, string[], number | undefined, string]>([
	['nothing', 'single', [], undefined, 'votes.choice-missing'],
	['what is not there', 'approval', ['o4'], undefined, 'votes.no-such-option'],
	['a spoiled ballot is cast by nobody', 'approval', ['spoiled'], undefined, 'votes.no-such-option'],
	['two of one', 'single', ['o1', 'o2'], undefined, 'votes.one-choice-only'],
	['an abstention beside an option', 'approval', ['o1', 'abstain'], undefined, 'votes.abstain-alone'],
	['more than the cap', 'approval', ['o1', 'o2', 'o3'], 2, 'votes.too-many-chosen'],
	['more than the seats', 'seats', ['o1', 'o2'], 1, 'votes.too-many-chosen']
])('%s is refused', (_, method, ticked, most, code) => {
	expect(on(method, ticked, most)).toMatchObject({ refusal: { code, field: 'choice' } });
});

test.each<[Method, string[], string]>([
	['single', ['o2'], 'o2'],
	['single', ['abstain'], 'abstain'],
	['approval', ['o3', 'o1', 'o3'], 'o1+o3'],
	['seats', ['o2'], 'o2']
])('%s: %j is %s', (method, ticked, text) => {
	expect(on(method, ticked)).toEqual({ ok: true, value: text });
	expect(isChoiceOn({ method, options }, text)).toBe(true);
});

test('a choice has one text only, whatever the order, and is found in it again', () => {
	const ids = Array.from({ length: 12 }, (_, i) => `o${i + 1}`);
	fc.assert(
		fc.property(fc.subarray(ids, { minLength: 1 }), fc.integer(), (chosen, turn) => {
			const turned = chosen.toSorted((a, b) => ((a.charCodeAt(1) * turn) % 7) - ((b.charCodeAt(1) * turn) % 7));
			expect(choiceText(turned)).toBe(choiceText(chosen));
			expect(chosenIn(choiceText(turned))).toEqual(chosen);
			// room for it where it is sealed
			expect(choiceText(chosen).length).toBeLessThanOrEqual(48);
		})
	);
});
