import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatArea, parseArea } from './area.ts';

test.each([
	['0', 0n],
	['0.01', 1n],
	['80', 8000n],
	['80.5', 8050n],
	['120.50', 12050n],
	['27000.00', 2700000n]
])('%s ㎡ is %i centi-square-metres', (text, area) => {
	expect(parseArea(text)).toBe(area);
});

test.each(['', '.5', '1.', '1.005', '-1', '1e3', ' 1', '1,000', '１'])('%j is not an area', (text) => {
	expect(() => parseArea(text)).toThrow(RangeError);
});

test('what is written is read back exactly', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (area) => void expect(parseArea(formatArea(area))).toBe(area))
	);
});
