import { fromHex, toHex, utf8 } from '#lib/domain/shared/canonical.ts';
import type { DrawSecrets } from './secret-token.ts';

/** Crockford's base 32: no I, L, O, U, so that what is copied by hand is read back right. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const ROUNDS = 100_000;

/** 80 random bits as the voter copies them: `7K2M-Q0XA-…`. */
export function newRecoveryCode(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
	return Array.from(bytes, (byte, i) => (i > 0 && i % 4 === 0 ? '-' : '') + LETTERS[byte & 31]).join('');
}

/** The code as typed, in its one spelling; null where it is none. */
export function readRecoveryCode(typed: string): string | null {
	const letters = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
	return letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter)) ? letters : null;
}

async function keyOf(code: string, phi: string): Promise<CryptoKey> {
	const typed = await crypto.subtle.importKey('raw', utf8(readRecoveryCode(code) ?? ''), 'PBKDF2', false, [
		'deriveKey'
	]);
	return crypto.subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(phi), iterations: ROUNDS },
		typed,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
}

/** Locks a draw's secrets under the code, for keeping at the portal: nonce and ciphertext in hex. */
export async function lockSecrets(code: string, phi: string, secrets: DrawSecrets): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const locked = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv },
		await keyOf(code, phi),
		utf8(JSON.stringify(secrets))
	);
	return toHex(iv) + toHex(new Uint8Array(locked));
}

/** The secrets back; null where the code is another one. */
export async function unlockSecrets(code: string, phi: string, bundle: string): Promise<DrawSecrets | null> {
	const key = await keyOf(code, phi);
	const bytes = fromHex(bundle);
	try {
		const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, 12) }, key, bytes.slice(12));
		return JSON.parse(new TextDecoder().decode(opened)) as DrawSecrets;
	} catch {
		// AES-GCM says so where the key is not the one it was locked with
		return null;
	}
}
