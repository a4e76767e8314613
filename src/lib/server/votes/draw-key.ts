import { constants, createPrivateKey, generateKeyPair, privateDecrypt, publicEncrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { KEY_BITS, type DrawKey } from '#lib/domain/votes/secret-token.ts';
import { seal, subkey, unseal } from '../platform/secrets.ts';

const bound = (voteId: string) => `draw-key:${voteId}`;
const RAW = { padding: constants.RSA_NO_PADDING };

/** A key for the ballots of one vote: its modulus, and the private half as it may be stored. */
export async function newDrawKey(voteId: string): Promise<{ key: DrawKey; wrapped: Buffer }> {
	const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
	const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
	return {
		key: publicKey.export({ format: 'jwk' }).n!,
		wrapped: seal(subkey(`votes:${voteId}`), pkcs8, bound(voteId))
	};
}

/** Signs what a voter's browser blinded (RFC 9474, BlindSign), hex in and out; null where it is no number of this key. */
export function signBlinded(voteId: string, wrapped: Uint8Array, blinded: string): string | null {
	const pkcs8 = unseal(subkey(`votes:${voteId}`), wrapped, bound(voteId));
	const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
	const message = Buffer.from(blinded, 'hex');
	if (message.length !== KEY_BITS / 8 || message.compare(modulusOf(key)) >= 0) return null;
	const signature = privateDecrypt({ key, ...RAW }, message);
	// a fault in the computation must not leave the house: it would give the key away
	if (!publicEncrypt({ key, ...RAW }, signature).equals(message)) throw new Error('the blind signature does not hold');
	return signature.toString('hex');
}

const modulusOf = (key: ReturnType<typeof createPrivateKey>) =>
	Buffer.from(key.export({ format: 'jwk' }).n!, 'base64url');
