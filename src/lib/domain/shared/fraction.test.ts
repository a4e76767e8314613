import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastPart, parseFraction, reaches } from './fraction.ts';

/** An independent oracle: compares two fractions by Euclid's quotients, without multiplying across. */
function compareByEuclid(a: [bigint, bigint], b: [bigint, bigint]): -1 | 0 | 1 {
	const [qa, qb] = [a[0] / a[1], b[0] / b[1]];
	if (qa !== qb) return qa < qb ? -1 : 1;
	const [ra, rb] = [a[0] % a[1], b[0] % b[1]];
	if (ra === 0n || rb === 0n) return ra === rb ? 0 : ra === 0n ? -1 : 1;
	return -compareByEuclid([a[1], ra], [b[1], rb]) as -1 | 0 | 1;
}

const parts = fc.bigInt({ min: 0n, max: 10n ** 15n });
const wholes = fc.bigInt({ min: 1n, max: 10n ** 15n });
const fractions = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 }));

test('comparison agrees with an independent oracle', () => {
	fc.assert(
		fc.property(parts, wholes, fractions, (part, whole, [n, d]) => {
			const order = compareByEuclid([part, whole], [BigInt(n), BigInt(d)]);
			const fraction = parseFraction(`${n}/${d}`);
			expect(reaches(part, whole, fraction, '>=')).toBe(order >= 0);
			expect(reaches(part, whole, fraction, '>')).toBe(order > 0);
		})
	);
});

test('the least part reaches, one less does not', () => {
	fc.assert(
		fc.property(wholes, fractions, fc.constantFrom('>' as const, '>=' as const), (whole, [n, d], compare) => {
			const fraction = parseFraction(`${n}/${d}`);
			const least = leastPart(whole, fraction, compare);
			expect(reaches(least, whole, fraction, compare)).toBe(true);
			expect(least === 0n || !reaches(least - 1n, whole, fraction, compare)).toBe(true);
		})
	);
});

test('two thirds that floating point gets wrong', () => {
	expect(8192.3 / 12288.45 >= 2 / 3).toBe(false);
	expect(reaches(819230n, 1228845n, parseFraction('2/3'), '>=')).toBe(true);
});

test.each(['', '2', '2/0', '-1/2', '1.5/2', '2/3 ', '1/2/3', '02/3'])('%j is not a fraction', (text) => {
	expect(() => parseFraction(text)).toThrow(RangeError);
});
