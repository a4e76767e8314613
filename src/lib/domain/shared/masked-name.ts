/** 王建国 → 王○○: the family name and the number of characters, as lists show people to those who need no more. */
export function maskedName(name: string): string {
	const [family = '', ...given] = [...name.trim()];
	return family + '○'.repeat(Math.min(2, given.length));
}
