/** A share of co-ownership as an exact fraction: 1/3. */
export interface Share {
	numerator: bigint;
	denominator: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export function reduced(numerator: bigint, denominator: bigint): Share {
	const by = gcd(numerator, denominator);
	return { numerator: numerator / by, denominator: denominator / by };
}

/** `1/3`, `50%`, `33.5%`, `0.25`: more than nothing, at most the whole; null for anything else. No float on the way. */
export function readShare(typed: string): Share | null {
	const text = typed.normalize('NFKC').replace(/\s/g, '').replace('⁄', '/');
	const fraction = /^(\d{1,9})\/(\d{1,9})$/.exec(text);
	const decimal = /^(\d{1,3})(?:\.(\d{1,9}))?(%?)$/.exec(text);
	let share: Share | null = null;
	if (fraction && Number(fraction[2]) > 0) share = reduced(BigInt(fraction[1]!), BigInt(fraction[2]!));
	else if (decimal) {
		const [, whole, decimals = '', percent] = decimal;
		share = reduced(BigInt(whole! + decimals), 10n ** BigInt(decimals.length) * (percent ? 100n : 1n));
	}
	return share && share.numerator > 0n && share.numerator <= share.denominator ? share : null;
}

export const showShare = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`;

export const sumOfShares = (shares: readonly Share[]): Share =>
	shares.reduce(
		(sum, { numerator, denominator }) =>
			reduced(sum.numerator * denominator + numerator * sum.denominator, sum.denominator * denominator),
		{ numerator: 0n, denominator: 1n }
	);
