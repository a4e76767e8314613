/** Letters and digits that nobody confuses on paper or on the phone: no 0 O, 1 I L. */
export const LETTER_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const LETTER_LENGTH = 10;
export const LETTER_VALID_DAYS = 90;

export const PHONE_LENGTH = 6;
export const PHONE_VALID_MINUTES = 10;
/** Guesses at one phone code, however many are sent at once. */
export const PHONE_GUESSES = 5;

/** A letter code as its paper shows it: ABCDE-FGHJK. */
export const showLetterCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** A letter code as people type it (spaces, dashes, small letters), or null where it cannot be one. */
export function readLetterCode(typed: string): string | null {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s·-]/g, '');
	return code.length === LETTER_LENGTH && [...code].every((c) => LETTER_ALPHABET.includes(c)) ? code : null;
}

/** A phone code as people type it, or null where it cannot be one. */
export function readPhoneCode(typed: string): string | null {
	const code = typed.normalize('NFKC').replace(/\s/g, '');
	return /^\d{6}$/.test(code) ? code : null;
}

/** `length` letters of `alphabet` drawn from random bytes without bias; needs about twice as many bytes as letters. */
export function spell(random: Uint8Array, alphabet: string, length: number): string {
	const fair = 256 - (256 % alphabet.length);
	const letters = [...random].filter((byte) => byte < fair).map((byte) => alphabet[byte % alphabet.length]);
	if (letters.length < length) throw new Error('Too few random bytes for a code');
	return letters.slice(0, length).join('');
}
