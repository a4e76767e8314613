import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** The one way to write a JSON value (RFC 8785, JCS): equal values, equal bytes, equal hash. */
export function canonicalJson(value: unknown): string {
	const text = canonicalize(value);
	if (text === undefined) throw new TypeError('not a JSON value');
	return text;
}

/**
 * SHA-256(JCS(value)), in lower-case hex. Browser and Node alike, and at once: WebCrypto goes to another thread and back
 * for each hash, and a record takes hundreds of thousands.
 */
export function canonicalHash(value: unknown): string {
	return toHex(digest(utf8(canonicalJson(value))));
}

const encoder = new TextEncoder();
export function utf8(text: string): Uint8Array<ArrayBuffer> {
	return encoder.encode(text);
}

export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);

/** Reads hex of even length; the caller has checked the pattern. */
export const fromHex = (hex: string): Uint8Array<ArrayBuffer> => hexToBytes(hex);
