import canonicalize from 'canonicalize';

/** The one way to write a JSON value (RFC 8785, JCS): equal values, equal bytes, equal hash. */
export function canonicalJson(value: unknown): string {
	const text = canonicalize(value);
	if (text === undefined) throw new TypeError('not a JSON value');
	return text;
}

/** SHA-256 of a text (as UTF-8) or of bytes, in lower-case hex. Browser and Node alike. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
	return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : data)));
}

/** SHA-256(JCS(value)), in lower-case hex. */
export function canonicalHash(value: unknown): Promise<string> {
	return sha256(canonicalJson(value));
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

export function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads lower-case hex of even length; the caller has checked the pattern. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
