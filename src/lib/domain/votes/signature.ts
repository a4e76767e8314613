import { canonicalJson, fromHex, toHex, utf8 } from '#lib/domain/shared/canonical.ts';

/** Ed25519 keys in lower-case hex: 32 bytes each, `secret` being the seed. */
export interface SigningKey {
	secret: string;
	public: string;
}

/** PKCS #8 wrapping of an Ed25519 seed (RFC 8410): the only form in which WebCrypto takes a private key. */
const PKCS8_HEAD = '302e020100300506032b657004220420';

/** Signs JCS(value). Returns 64 bytes in hex; the same value and key give the same signature. */
export async function signJson(value: unknown, key: SigningKey): Promise<string> {
	const bytes = fromHex(PKCS8_HEAD + key.secret);
	const secret = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign']);
	return toHex(new Uint8Array(await crypto.subtle.sign('Ed25519', secret, utf8(canonicalJson(value)))));
}

/** Is `signature` (hex) the one of `publicKey` (hex) over JCS(value)? */
export async function isSignedBy(value: unknown, signature: string, publicKey: string): Promise<boolean> {
	const key = await crypto.subtle.importKey('raw', fromHex(publicKey), 'Ed25519', false, ['verify']);
	return crypto.subtle.verify('Ed25519', key, fromHex(signature), utf8(canonicalJson(value)));
}
