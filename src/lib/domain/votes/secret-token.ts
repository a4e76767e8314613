import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { fromHex, toHex, utf8 } from '#lib/domain/shared/canonical.ts';

/** RFC 9474, RSABSSA-SHA384-PSS-Randomized: who signs a drawn ballot never sees the token that is cast later. */
const suite = RSABSSA.SHA384.PSS.Randomized();
const ALGORITHM = { name: 'RSA-PSS', hash: 'SHA-384' } as const;
export const KEY_BITS = 2048;

/** The public half of a vote's own key: modulus in base64url; the exponent is always 65537. */
export type DrawKey = string;

/** What only the voter's browser knows between drawing and casting; all lower-case hex. */
export interface DrawSecrets {
	nonce: string;
	salt: string;
	/** The random bytes that the suite puts before the message. */
	prefix: string;
	/** What is signed, and the inverse that unblinds the signature. */
	blinded: string;
	inverse: string;
}

/** The right to one ballot, tied to nobody: whoever holds it casts. */
export interface Token {
	nonce: string;
	prefix: string;
	signature: string;
}

function publicKeyOf(key: DrawKey): Promise<CryptoKey> {
	return crypto.subtle.importKey('jwk', { kty: 'RSA', n: key, e: 'AQAB' }, ALGORITHM, true, ['verify']);
}

/** What a token signs: this vote (φ) and a number that nobody has seen yet. */
const messageOf = (phi: string, nonce: string) =>
	new Uint8Array([...utf8('gongjian-ballot/1'), ...fromHex(phi + nonce)]);

const random = (bytes: number) => toHex(crypto.getRandomValues(new Uint8Array(bytes)));

/** What keeps a ballot's choice from being guessed out of its leaf. */
export const freshSalt = (): string => random(16);

/** Makes the secrets of one draw in the voter's browser; only `blinded` leaves it. */
export async function prepareDraw(key: DrawKey, phi: string): Promise<DrawSecrets> {
	const nonce = random(32);
	const prepared = suite.prepare(messageOf(phi, nonce));
	const { blindedMsg, inv } = await suite.blind(await publicKeyOf(key), prepared);
	return {
		nonce,
		salt: freshSalt(),
		prefix: toHex(prepared.slice(0, 32)),
		blinded: toHex(blindedMsg),
		inverse: toHex(inv)
	};
}

/** Unblinds the signature into the token. Throws where it is none of this vote's key over what was blinded. */
export async function tokenFrom(key: DrawKey, phi: string, drawn: DrawSecrets, signature: string): Promise<Token> {
	const message = new Uint8Array([...fromHex(drawn.prefix), ...messageOf(phi, drawn.nonce)]);
	const unblinded = await suite.finalize(await publicKeyOf(key), message, fromHex(signature), fromHex(drawn.inverse));
	return { nonce: drawn.nonce, prefix: drawn.prefix, signature: toHex(unblinded) };
}

/** Was this token drawn in this vote? */
export async function tokenHolds(key: DrawKey, phi: string, token: Token): Promise<boolean> {
	const message = new Uint8Array([...fromHex(token.prefix), ...messageOf(phi, token.nonce)]);
	return suite.verify(await publicKeyOf(key), fromHex(token.signature), message);
}
