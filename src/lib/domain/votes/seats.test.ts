import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rule } from './rule.ts';
import { fillSeats, type Candidate } from './seats.ts';

const rule: Rule = {
	participation: [],
	approval: [{ measure: 'count', threshold: '1/2', compare: '>', base: 'participants' }],
	spoiled: 'participates',
	followMajority: false,
	proxyCap: null
};
const participants = { count: 10, area: 1000n };
const candidates = fc
	.array(fc.record({ count: fc.nat(10), area: fc.bigInt(0n, 3n) }), { maxLength: 12 })
	.map((list): Candidate[] => list.map((c, i) => ({ id: `c${i}`, ...c })));

test.each<[string, number, [number, bigint][], string[], string[]]>([
	['more votes win', 1, [[6, 1n], [7, 1n]], ['c1'], []], // prettier-ignore
	['equal heads, more area wins', 1, [[6, 1n], [6, 2n]], ['c1'], []], // prettier-ignore
	['half is not more than half', 2, [[5, 9n], [6, 1n]], ['c1'], []], // prettier-ignore
	['equal within the seats is no run-off', 2, [[6, 1n], [6, 1n], [5, 9n]], ['c0', 'c1'], []], // prettier-ignore
	['three equal for one seat', 1, [[6, 1n], [6, 1n], [6, 1n]], [], ['c0', 'c1', 'c2']], // prettier-ignore
	['no seats', 0, [[9, 1n]], [], []] // prettier-ignore
])('%s', (_, seats, given, elected, runOff) => {
	const list = given.map(([count, area], i) => ({ id: `c${i}`, count, area }));
	expect(fillSeats(rule, seats, participants, list)).toEqual({ elected, runOff });
});

test('never the order of rows', () => {
	const shuffled = candidates.chain((list) =>
		fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
	);
	fc.assert(
		fc.property(shuffled, fc.nat(6), ([list, other], seats) => {
			const result = fillSeats(rule, seats, participants, list);
			const again = fillSeats(rule, seats, participants, other);
			expect(again.runOff).toEqual(result.runOff);
			expect([...again.elected].sort()).toEqual([...result.elected].sort());
		})
	);
});

test('never more than the seats, and a run-off only between equals that do not fit', () => {
	fc.assert(
		fc.property(candidates, fc.nat(6), (list, seats) => {
			const { elected, runOff } = fillSeats(rule, seats, participants, list);
			const open = seats - elected.length;
			const passing = list.filter((c) => c.count > 5).length;
			expect(elected.length).toBeLessThanOrEqual(seats);
			if (runOff.length === 0) expect(elected).toHaveLength(Math.min(seats, passing));
			else {
				expect(open).toBeGreaterThan(0);
				expect(runOff.length).toBeGreaterThan(open);
				const of = (id: string) => list.find((c) => c.id === id)!;
				expect(new Set(runOff.map((id) => `${of(id).count}/${of(id).area}`)).size).toBe(1);
			}
		})
	);
});
