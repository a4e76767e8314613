import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { tallyCase } from './tally-case.ts';
import { TallyCaseSchema } from './tally-case.schema.ts';

interface Case {
	name: string;
	input: { kind: string; rule: Record<string, unknown> } & Record<string, unknown>;
	expected: unknown;
}
const cases = JSON.parse(readFileSync('tests/vectors/tally.json', 'utf8')) as Case[];
const tally = (input: unknown) => tallyCase(v.parse(TallyCaseSchema, input));

describe('worked cases', () => {
	test.each(cases)('$name', ({ input, expected }) => {
		expect(tally(input)).toStrictEqual(expected);
	});
});

const rule = cases[0]!.input.rule;
const ballots = (extra: object) => ({
	kind: 'ballots',
	rule: { ...rule, participation: [] },
	units: [
		{ id: 'a', area: '50.00', owners: ['sun', 'li'] },
		{ id: 'b', area: '60.00', owners: ['zhou'] },
		{ id: 'c', area: '70.00', owners: ['wu'] }
	],
	...extra
});
const cast = (unit: string, by: string, choice: string, at: number, channel = 'online') => ({
	unit,
	by,
	choice,
	at,
	channel
});

describe('raw ballots', () => {
	test('co-owners who differ are not counted, and listed', () => {
		const result = tally(ballots({ ballots: [cast('a', 'sun', 'for', 1), cast('a', 'li', 'against', 2)] }));
		expect(result).toMatchObject({
			conflicts: ['li+sun'],
			participants: { count: 0, area: '0.00' },
			outcome: 'rejected'
		});
	});

	test('co-owners who differ count once they agree', () => {
		const agreed = [cast('a', 'sun', 'for', 1), cast('a', 'li', 'against', 2), cast('a', 'li', 'for', 3)];
		expect(tally(ballots({ ballots: agreed }))).toMatchObject({ conflicts: [], for: { count: 1, area: '50.00' } });
	});

	test('the last ballot on a channel stands, in whatever order they are listed', () => {
		const twice = [cast('b', 'zhou', 'against', 9), cast('b', 'zhou', 'for', 3)];
		expect(tally(ballots({ ballots: twice }))).toMatchObject({ against: { count: 1 }, for: { count: 0 } });
	});

	test('a revoked proxy does not count, one given later than the ballot neither', () => {
		const proxies = [
			{ unit: 'b', agent: 'wu', at: 1, revokedAt: 4 },
			{ unit: 'c', agent: 'zhou', at: 7 }
		];
		const early = [cast('b', 'wu', 'for', 5, 'proxy'), cast('c', 'zhou', 'for', 6, 'proxy')];
		expect(tally(ballots({ proxies, ballots: early }))).toMatchObject({ participants: { count: 0 } });
	});

	test('a proxy revoked after its ballot still counts', () => {
		const proxies = [{ unit: 'b', agent: 'wu', at: 1, revokedAt: 6 }];
		expect(tally(ballots({ proxies, ballots: [cast('b', 'wu', 'for', 5, 'proxy')] }))).toMatchObject({
			for: { count: 1, area: '60.00' }
		});
	});

	test('an adjudicated paper ballot counts as the third reading says', () => {
		const paper = {
			unit: 'b',
			by: 'zhou',
			channel: 'paper',
			at: 1,
			entries: ['for', 'abstain'],
			adjudicated: 'abstain'
		};
		expect(tally(ballots({ ballots: [paper] }))).toMatchObject({ abstain: { count: 1, area: '60.00' } });
	});

	test.each([
		['participates', 2],
		['excluded', 1]
	])('spoiled ballots: %s', (spoiled, participants) => {
		const both = [cast('b', 'zhou', 'spoiled', 1, 'paper'), cast('c', 'wu', 'for', 2)];
		const input = { ...ballots({ ballots: both }), rule: { ...rule, participation: [], spoiled } };
		expect(tally(input)).toMatchObject({ participants: { count: participants }, spoiled: { count: 1 } });
	});

	test('a unit that is not there is refused', () => {
		expect(() => tally(ballots({ ballots: [cast('z', 'zhou', 'for', 1)] }))).toThrow('no such unit: z');
	});
});

describe('silent entries that follow the majority', () => {
	const silent = (extra: object) => ({
		...cases.find((c) => c.name.startsWith('silent'))!.input,
		...extra
	});
	test('equal on both measures, they join nobody', () => {
		const equal = { for: { count: 35, area: '3500.00' }, against: { count: 35, area: '3500.00' }, abstain: {} };
		expect(tally(silent(equal))).toEqual({ outcome: 'rejected' });
	});
	test('equal by heads, they join the larger area', () => {
		const byArea = { for: { count: 35, area: '3500.01' }, against: { count: 35, area: '3500.00' }, abstain: {} };
		expect(tally(silent(byArea))).toEqual({ outcome: 'passed' });
	});
	test('they never help the participation', () => {
		expect(tally(silent({ abstain: {} }))).toEqual({ outcome: 'no-quorum' });
	});
});

test('a vote among options: what passes by heads and by area, exact; who is equal at the last seat', () => {
	const area = { measure: 'area', threshold: '1/2', compare: '>', base: 'participants' };
	const case1 = {
		...{ kind: 'options', method: 'approval', roll: { count: 4, area: '1.00' }, for: { count: 3, area: '0.60' } },
		rule: { approval: [{ ...area, measure: 'count' }, area] },
		options: [
			{ id: 'o1', count: 2, area: '0.31' },
			{ id: 'o2', count: 2, area: '0.30' },
			{ id: 'o3', count: 1, area: '0.59' }
		]
	};
	expect(tally(case1)).toEqual({ outcome: 'passed', chosen: ['o1'], runOff: [] });
	const seats = { ...case1, method: 'seats', seats: 1, rule: {} };
	expect(tally(seats)).toEqual({ outcome: 'advisory', chosen: ['o1'], runOff: [] });
	const equal = case1.options.map((option) => ({ ...option, count: 2, area: '0.30' }));
	expect(tally({ ...seats, options: equal })).toMatchObject({ outcome: 'run-off', runOff: ['o1', 'o2', 'o3'] });
});
