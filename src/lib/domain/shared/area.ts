/** Floor areas are whole centi-square-metres (0.01 ㎡) in a bigint; outside the rules they are texts: `"120.50"`. */
export type Area = bigint;

/** How an area is written: square metres, no sign, up to two decimals. */
export const AREA_PATTERN = /^\d{1,12}(\.\d{1,2})?$/;

/** Reads square metres, `"120.5"` → `12050n`. Throws on anything AREA_PATTERN does not match. */
export function parseArea(text: string): Area {
	if (!AREA_PATTERN.test(text)) throw new RangeError(`not an area in square metres: ${text}`);
	const [metres, decimals = ''] = text.split('.') as [string, string?];
	return BigInt(metres) * 100n + BigInt(decimals.padEnd(2, '0'));
}

/** Square metres with exactly two decimals, `12050n` → `"120.50"`. */
export function formatArea(area: Area): string {
	const digits = area.toString().padStart(3, '0');
	return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
