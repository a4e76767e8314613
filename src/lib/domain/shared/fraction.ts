/** An exact positive fraction. Thresholds of law are compared in it: floats get two thirds wrong. */
export interface Fraction {
	numerator: bigint;
	denominator: bigint;
}

/** A fraction as written in rules: `"2/3"`. */
export const FRACTION_PATTERN = /^(0|[1-9]\d{0,8})\/([1-9]\d{0,8})$/;

/** Reads `"2/3"`. Throws on anything else: thresholds are data of ours, checked at the border by FRACTION_PATTERN. */
export function parseFraction(text: string): Fraction {
	const found = FRACTION_PATTERN.exec(text);
	if (!found) throw new RangeError(`not a fraction: ${text}`);
	return { numerator: BigInt(found[1]!), denominator: BigInt(found[2]!) };
}

export type Comparison = '>' | '>=';

/** Is `part` of `whole` at least (or more than) the fraction? By cross-multiplication, no division. */
export function reaches(part: bigint, whole: bigint, fraction: Fraction, compare: Comparison): boolean {
	const left = part * fraction.denominator;
	const right = whole * fraction.numerator;
	return compare === '>' ? left > right : left >= right;
}

/** The smallest integer part of `whole` that `reaches` the fraction. `whole` is not negative. */
export function leastPart(whole: bigint, fraction: Fraction, compare: Comparison): bigint {
	const product = whole * fraction.numerator;
	const floor = product / fraction.denominator;
	if (compare === '>') return floor + 1n;
	return floor * fraction.denominator === product ? floor : floor + 1n;
}
