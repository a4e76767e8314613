const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** An 18-digit citizen's number whose check character is right (GB 11643-1999), else null. */
export function idNumber(typed: string): string | null {
	const text = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
	if (!/^[1-9]\d{16}[\dX]$/.test(text) || !isDay(birthday(text))) return null;
	const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
	return CHECKS[sum % 11] === text[17] ? text : null;
}

/** `1958-03-21` from a citizen's number. */
export const birthday = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

/** Is the person of this number 18 on the day `today` (`2026-11-24`)? From the birthday itself on (民法典第17条). */
export function isAdult(id: string, today: string): boolean {
	const [year, ...rest] = today.split('-');
	return birthday(id) <= [Number(year) - 18, ...rest].join('-');
}

/** A day that the calendar has. */
export function isDay(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
