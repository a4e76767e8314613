import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ballot } from './count-ballots.ts';
import { countOptions, decideOptions, figuresOf, type OptionsCount } from './count-options.ts';
import { rankOptions } from './explain-options.ts';
import { NOTHING, participants, plus, validBallots } from './figures.ts';
import { choiceText, chosenIn, mostOf, type BallotSheet } from './options.ts';
import { presetOf } from './presets.ts';

const IDS = ['o1', 'o2', 'o3', 'o4'];
const sheet = (method: BallotSheet['method'], most?: number): BallotSheet => ({
	method,
	options: [...IDS, 'abstain'].map((id) => ({ id })),
	most
});
const labelled = IDS.map((id) => ({ id, label: id.toUpperCase() }));
const rule = presetOf('owners-ordinary')!.rule;
const advice = presetOf('consultation')!.rule;
const counted = (count: OptionsCount) => count as Extract<OptionsCount, { blocked: false }>;

/** Every entry casts one ballot; its area is in centi-square-metres. */
function count(choices: readonly (string | null)[], areas: readonly bigint[], on = sheet('approval')) {
	const roll = areas.map((area, i) => ({ id: `e${i}`, area }));
	const ballots = choices.flatMap((choice, i): Ballot<string>[] =>
		choice === null ? [] : [{ entry: `e${i}`, by: 'x', channel: 'online', choice, at: i }]
	);
	return counted(countOptions({ roll, ballots }, on));
}

const choice = fc.oneof(
	fc.subarray(IDS, { minLength: 1 }).map(choiceText),
	fc.constantFrom('abstain', 'spoiled', null)
);
const cast = fc.array(fc.tuple(choice, fc.bigInt(1n, 20_000n)), { minLength: 1, maxLength: 24 });
const split = <A, B>(rows: readonly (readonly [A, B])[]): [A[], B[]] => [rows.map((r) => r[0]), rows.map((r) => r[1])];

describe('counting', () => {
	test('each entry stands once in every option it chose, and in one of chose, abstained, spoiled', () => {
		fc.assert(
			fc.property(cast, (rows) => {
				const { figures, options } = count(...split(rows));
				for (const { id, count: n, area } of options) {
					const chose = rows.filter(([said]) => said && chosenIn(said).includes(id));
					expect(n).toBe(chose.length);
					expect(area).toBe(chose.reduce((sum, [, a]) => sum + a, 0n));
				}
				const took = rows.filter(([said]) => said !== null);
				expect(participants(figures, 'participates').count).toBe(took.length);
				expect(figures.against).toEqual(NOTHING);
				expect(figures.roll.count).toBe(rows.length);
			})
		);
	});

	test('a ballot that chooses too much, or in another form, is not counted as it stands', () => {
		const roll = [{ id: 'e0', area: 1n }];
		const said = (text: string, on: BallotSheet) =>
			countOptions({ roll, ballots: [{ entry: 'e0', by: 'x', channel: 'online', choice: text, at: 1 }] }, on).blocked;
		expect(said('o1+o2', sheet('single'))).toBe(true);
		expect(said('o2+o1', sheet('approval'))).toBe(true);
		expect(said('o1+o2+o3', sheet('approval', 2))).toBe(true);
		expect(said('o1+o2', sheet('approval', 2))).toBe(false);
	});

	test('co-owners who tick the same in another order agree; who tick something else do not count', () => {
		const roll = [{ id: 'e0', area: 10n }];
		const two = (a: string[], b: string[]) =>
			counted(
				countOptions(
					{
						roll,
						ballots: [a, b].map((ticked, i) => ({
							...{ entry: 'e0', by: `p${i}`, channel: 'online' as const, at: i },
							choice: choiceText(ticked)
						}))
					},
					sheet('approval')
				)
			);
		expect(two(['o2', 'o1'], ['o1', 'o2']).options[0]!.count).toBe(1);
		expect(two(['o1'], ['o1', 'o2'])).toMatchObject({ conflicts: ['e0'], figures: { for: { count: 0 } } });
	});
});

describe('single choice and approval', () => {
	test('an option passes exactly if its supporters were "for" and everybody else who took part was not', () => {
		fc.assert(
			fc.property(cast, (rows) => {
				const { figures, options } = count(...split(rows));
				const { outcome, chosen } = decideOptions(rule, { method: 'approval' }, figures, options);
				const took = participants(figures, 'participates');
				const quorum = took.count * 3 >= figures.roll.count * 2 && took.area * 3n >= figures.roll.area * 2n;
				const passing = options.filter((o) => o.count * 2 > took.count && o.area * 2n > took.area);
				expect([...chosen].sort()).toEqual(quorum ? passing.map((o) => o.id) : []);
				expect(outcome).toBe(quorum ? (passing.length > 0 ? 'passed' : 'rejected') : 'no-quorum');
			})
		);
	});

	test('of a single choice at most one passes, and half is not more than half', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...IDS, 'abstain'), { minLength: 1, maxLength: 30 }), (said) => {
				const one = sheet('single');
				const { figures, options } = count(said, said.map(() => 100n), one); // prettier-ignore
				expect(options.reduce(plus, NOTHING)).toMatchObject({ count: figures.for.count, area: figures.for.area });
				expect(decideOptions(rule, { method: 'single' }, figures, options).chosen.length).toBeLessThanOrEqual(1);
			})
		);
		const { figures, options } = count(['o1', 'o1', 'o2', 'o2'], [1n, 1n, 1n, 1n], sheet('single'));
		expect(decideOptions(rule, { method: 'single' }, figures, options)).toMatchObject({ outcome: 'rejected' });
	});

	test('exact where floating point is not: 0.3 of 0.6 is half, not more', () => {
		const { figures, options } = count(['o1', 'o1', 'o2'], [1n, 29n, 30n], sheet('single'));
		const area = { ...rule, participation: [], approval: rule.approval.filter((t) => t.measure === 'area') };
		expect(decideOptions(area, { method: 'single' }, figures, options).outcome).toBe('rejected');
	});

	test('the option’s own figures hold all who took part', () => {
		fc.assert(
			fc.property(cast, (rows) => {
				const { figures, options } = count(...split(rows));
				for (const option of options) expect(validBallots(figuresOf(figures, option))).toEqual(validBallots(figures));
			})
		);
	});

	test('asked for advice nothing passes; who is chosen most often leads, equals together', () => {
		const { figures, options } = count(['o1', 'o1+o2', 'o2', 'o3'], [5n, 5n, 5n, 5n]);
		const on = { method: 'approval' as const, options: labelled };
		expect(rankOptions(advice, on, figures, options).map(({ id, rank, came }) => [id, rank, came])).toEqual([
			['o1', 1, 'led'],
			['o2', 1, 'led'],
			['o3', 3, null],
			['o4', 4, null]
		]);
		const none = count(['abstain'], [5n]);
		expect(rankOptions(advice, on, none.figures, none.options).every(({ came }) => came === null)).toBe(true);
	});
});

describe('seats', () => {
	const seated = (said: string[], areas: bigint[], seats: number) => {
		const { figures, options } = count(said, areas, sheet('seats', seats));
		return decideOptions(advice, { method: 'seats', seats }, figures, options);
	};

	test.each<[string, string[], bigint[], number, object]>([
		['heads, then area', ['o1', 'o2', 'o2+o3'], [9n, 1n, 1n], 2, { outcome: 'advisory', chosen: ['o2', 'o1'] }],
		['equal on both at the last seat', ['o1', 'o2'], [5n, 5n], 1, { outcome: 'run-off', runOff: ['o1', 'o2'] }],
		['one is in, two are left', ['o1+o2', 'o1+o3', 'abstain'], [5n, 5n, 5n], 2, { chosen: ['o1'], runOff: ['o2', 'o3'] }], // prettier-ignore
		['whom nobody chose takes no seat', ['o1', 'abstain'], [5n, 5n], 2, { outcome: 'advisory', chosen: ['o1'], runOff: [] }] // prettier-ignore
	])('%s', (_, said, areas, seats, expected) => {
		expect(seated(said, areas, seats)).toMatchObject(expected);
	});

	test('never the order of rows, never more than the seats, a run-off only of equals that do not fit', () => {
		fc.assert(
			fc.property(cast, fc.integer({ min: 1, max: 3 }), fc.nat(), (rows, seats, turn) => {
				const fit = rows.map(([said, area]) => [said && said.split('+').slice(0, seats).join('+'), area] as const);
				const on = sheet('seats', seats);
				expect(mostOf(on)).toBe(seats);
				const { figures, options } = count(...split(fit), on);
				const one = decideOptions(advice, { method: 'seats', seats }, figures, options);
				const at = turn % options.length;
				const turned = [...options.slice(at), ...options.slice(0, at)];
				expect(decideOptions(advice, { method: 'seats', seats }, figures, turned)).toEqual(one);
				expect(one.chosen.length).toBeLessThanOrEqual(seats);
				if (one.runOff.length > 0) {
					expect(one.outcome).toBe('run-off');
					expect(one.runOff.length).toBeGreaterThan(seats - one.chosen.length);
				}
			})
		);
	});
});
