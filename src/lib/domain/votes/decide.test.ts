import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { NO_FIGURES, plus, type Figures } from './figures.ts';
import { presetOf, PRESETS } from './presets.ts';
import type { Rule } from './rule.ts';

const ordinary = presetOf('owners-ordinary')!.rule;
const special = presetOf('owners-special')!.rule;
const meeting = presetOf('residents-meeting')!.rule;
const committee = presetOf('property-management-committee')!.rule;
const heads = (count: number) => ({ count, area: 0n });
const owners = fc.record({ count: fc.nat(300), area: fc.bigInt(0n, 3_000_000n) });

/** Any figures that can be: nobody counts who is not on the roll. */
const figures: fc.Arbitrary<Figures> = fc
	.record({ for: owners, against: owners, abstain: owners, spoiled: owners, silent: owners })
	.map(({ silent, ...cast }) => ({
		...cast,
		roll: [cast.for, cast.against, cast.abstain, cast.spoiled, silent].reduce(plus)
	}));
const rules = fc.constantFrom(...PRESETS.map((p) => p.rule));

describe('rows of the preset table at their boundary', () => {
	test.each<[string, Rule, Partial<Figures>, string]>([
		['half attend is not more than half', meeting, { roll: heads(100), for: heads(50) }, 'no-quorum'],
		['one over half attend', meeting, { roll: heads(100), for: heads(51) }, 'passed'],
		['half of those who attend agree', meeting, { roll: heads(60), for: heads(20), against: heads(20) }, 'rejected'],
		[
			'present without casting counts against the approval, and for the attendance',
			meeting,
			{ roll: heads(100), for: heads(30), attendance: heads(60) },
			'rejected'
		],
		[
			'present without casting makes the quorum',
			meeting,
			{ roll: heads(100), for: heads(31), attendance: heads(60) },
			'passed'
		],
		[
			'a committee needs its owner members too',
			committee,
			{
				roll: { count: 9, area: 0n, classes: { owner: 5 } },
				for: { count: 6, area: 0n, classes: { owner: 2 } }
			},
			'rejected'
		],
		[
			'more than half of all and of the owner members',
			committee,
			{
				roll: { count: 9, area: 0n, classes: { owner: 5 } },
				for: { count: 5, area: 0n, classes: { owner: 3 } }
			},
			'passed'
		],
		['an empty roll decides nothing', special, {}, 'no-quorum']
	])('%s', (_, rule, given, outcome) => {
		expect(decide(rule, { ...NO_FIGURES, ...given })).toBe(outcome);
	});

	test('nobody of nobody is not three quarters, where no participation is asked', () => {
		expect(decide({ ...special, participation: [] }, { ...NO_FIGURES, roll: heads(10) })).toBe('rejected');
	});
});

/** The participation and the approval written as a person would check them, with whole multiples and no fractions. */
function ordinaryByHand(f: Figures): string {
	const took = [f.for, f.against, f.abstain, f.spoiled].reduce(plus);
	const missing = { count: f.roll.count - took.count, area: f.roll.area - took.area };
	if (f.roll.count === 0 || f.roll.area === 0n) return 'no-quorum';
	// two thirds took part: those who did not are at most half of those who did
	if (missing.count * 2 > took.count || missing.area * 2n > took.area) return 'no-quorum';
	// more than half agree: they outweigh everyone else who took part
	const others = { count: took.count - f.for.count, area: took.area - f.for.area };
	return f.for.count > others.count && f.for.area > others.area ? 'passed' : 'rejected';
}

describe('properties', () => {
	test('an ordinary owners’ decision agrees with the law checked by hand', () => {
		fc.assert(
			fc.property(figures, (f) => void expect(decide(ordinary, f)).toBe(ordinaryByHand(f))),
			{ numRuns: 2000 }
		);
	});

	test('thresholds are exact: at two thirds and three quarters to the centi-square-metre', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 400 }), fc.bigInt(1n, 1_000_000n), (k, a) => {
				const cast = { count: 8 * k, area: 8n * a };
				const roll = { count: 12 * k, area: 12n * a };
				const agreed = { count: 6 * k, area: 6n * a };
				const others = { count: 2 * k, area: 2n * a };
				expect(cast).toEqual(plus(agreed, others));
				const exact: Figures = { ...NO_FIGURES, roll, for: agreed, against: others };
				expect(decide(special, exact)).toBe('passed');
				const less = (t: typeof agreed) => ({ ...t, area: t.area - 1n });
				const more = (t: typeof agreed) => ({ ...t, area: t.area + 1n });
				expect(decide(special, { ...exact, for: less(agreed), against: more(others) })).toBe('rejected');
				expect(decide(special, { ...exact, for: less(agreed) })).toBe('no-quorum');
			})
		);
	});

	test('a tie fails under every rule that decides', () => {
		fc.assert(
			fc.property(rules, owners, owners, (rule, side, abstain) => {
				const roll = plus(plus(side, side), abstain);
				fc.pre(rule.approval.length > 0);
				expect(decide(rule, { ...NO_FIGURES, roll, for: side, against: side, abstain })).not.toBe('passed');
			})
		);
	});

	test('one more "for" of somebody silent never turns a passed vote', () => {
		fc.assert(
			fc.property(rules, figures, owners, (rule, f, more) => {
				fc.pre(decide(rule, f) === 'passed');
				const wider = { ...f, roll: plus(f.roll, more) };
				const agreed = { ...wider, for: plus(f.for, more) };
				// somebody silent was on the roll all along: compare with the same roll
				fc.pre(decide(rule, wider) === 'passed');
				expect(decide(rule, agreed)).toBe('passed');
			})
		);
	});

	test('who turns from "against" to "for" never makes it fail', () => {
		fc.assert(
			fc.property(rules, figures, (rule, f) => {
				fc.pre(decide(rule, f) === 'passed');
				expect(decide(rule, { ...f, for: plus(f.for, f.against), against: NO_FIGURES.against })).toBe('passed');
			})
		);
	});

	test('abstaining never helps the approval of a vote that has its quorum', () => {
		fc.assert(
			fc.property(rules, figures, owners, (rule, f, more) => {
				const wider = { ...f, roll: plus(f.roll, more) };
				fc.pre(decide(rule, wider) === 'rejected');
				expect(decide(rule, { ...wider, abstain: plus(f.abstain, more) })).toBe('rejected');
			})
		);
	});
});
