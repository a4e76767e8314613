const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** A resident identity number: 18 characters with a day of birth and the check of GB 11643 (ISO 7064, MOD 11-2), or the old 15 digits. */
export function isIdNumber(text: string): boolean {
	const number = text.toUpperCase();
	if (/^\d{15}$/.test(number)) return isDay(`19${number.slice(6, 12)}`);
	if (!/^[1-9]\d{16}[\dX]$/.test(number) || !isDay(number.slice(6, 14))) return false;
	const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
	return CHECKS[sum % 11] === number[17];
}

/** YYYYMMDD that is in the calendar. */
function isDay(text: string): boolean {
	const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
	const date = new Date(Date.UTC(year, month - 1, day));
	return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A bank card number: 16 to 19 digits with Luhn's check (ISO/IEC 7812-1). */
export function isBankCard(digits: string): boolean {
	if (!/^[3-9]\d{15,18}$/.test(digits)) return false;
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = Number(digits[digits.length - 1 - i]);
		const doubled = i % 2 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
