import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { explain } from './explain.ts';
import { NO_FIGURES, type Figures } from './figures.ts';
import { turnoutMeters } from './meters.ts';
import { presetOf, PRESETS } from './presets.ts';

const ordinary = presetOf('owners-ordinary')!.rule;
const open: Figures = {
	...NO_FIGURES,
	roll: { count: 300, area: 2_700_000n },
	for: { count: 168, area: 1_592_040n }
};

describe('what is still missing', () => {
	test('in heads and square metres, as the bars show it', () => {
		expect(turnoutMeters(ordinary, open)).toEqual([
			{
				stage: 'participation',
				measure: 'count',
				base: 'roll',
				threshold: '2/3',
				compare: '>=',
				value: '168',
				total: '300',
				needed: '200',
				missing: '32'
			},
			{
				stage: 'participation',
				measure: 'area',
				base: 'roll',
				threshold: '2/3',
				compare: '>=',
				value: '15920.40',
				total: '27000.00',
				needed: '18000.00',
				missing: '2079.60'
			}
		]);
	});

	test('turnout tells nothing of choices', () => {
		const turned = { ...open, for: NO_FIGURES.for, against: open.for };
		expect(turnoutMeters(ordinary, turned)).toEqual(turnoutMeters(ordinary, open));
	});

	test('exactly as much as is missing makes the test hold, and one less does not', () => {
		const sizes = fc.record({ took: fc.nat(500), silent: fc.integer({ min: 1, max: 500 }) });
		fc.assert(
			fc.property(fc.constantFrom(...PRESETS.map((p) => p.rule)), sizes, (rule, { took, silent }) => {
				fc.pre(rule.participation.length > 0);
				const of = (cast: number): Figures => ({
					...NO_FIGURES,
					roll: { count: took + silent, area: BigInt(took + silent) },
					abstain: { count: cast, area: BigInt(cast) }
				});
				const [count] = turnoutMeters(rule, of(took));
				fc.pre(count!.missing !== null);
				expect(turnoutMeters(rule, of(took + Number(count!.missing)))[0]!.missing).toBeNull();
				expect(turnoutMeters(rule, of(took + Number(count!.missing) - 1))[0]!.missing).toBe('1');
			})
		);
	});
});

describe('why the outcome is what it is', () => {
	const why = (figures: Figures) => {
		const outcome = decide(ordinary, figures);
		return { outcome, codes: explain(ordinary, figures, outcome, 'owners').clauses.map((c) => `${c.code} ${c.unit}`) };
	};

	test('without participation, the approval is not spoken of', () => {
		expect(why(open)).toEqual({
			outcome: 'no-quorum',
			codes: ['participation-short household', 'participation-short area']
		});
	});

	test('rejected by area alone', () => {
		const half = { count: 101, area: 900_000n };
		expect(why({ ...open, for: half, against: { count: 99, area: 900_000n } })).toEqual({
			outcome: 'rejected',
			codes: ['participation-met household', 'participation-met area', 'approval-met household', 'approval-short area']
		});
	});

	test('an outcome agrees with its clauses under every preset', () => {
		const sizes = fc.record({ agreed: fc.nat(60), against: fc.nat(60), silent: fc.nat(60) });
		fc.assert(
			fc.property(fc.constantFrom(...PRESETS), sizes, ({ rule, electorates }, { agreed, against, silent }) => {
				const totals = (n: number) => ({ count: n, area: BigInt(n), classes: { owner: n } });
				const roll = totals(agreed + against + silent);
				const figures = { ...NO_FIGURES, roll, for: totals(agreed), against: totals(against) };
				const outcome = decide(rule, figures);
				const { clauses } = explain(rule, figures, outcome, electorates[0]);
				const short = clauses.some((c) => c.code.endsWith('short'));
				expect(short).toBe(outcome === 'rejected' || outcome === 'no-quorum');
			})
		);
	});
});
