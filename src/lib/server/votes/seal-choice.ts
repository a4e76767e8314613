import {
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	generateKeyPairSync,
	hkdfSync,
	type KeyObject
} from 'node:crypto';
import { seal, subkey, unseal } from '../platform/secrets.ts';

/** Longer than all twelve options of a ballot together, so that the length of a sealed choice says nothing of it. */
const PADDED = 48;
const KEY_BYTES = 32;
const boundTo = (voteId: string) => `seal-key:${voteId}`;
const rawOf = (key: KeyObject) => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
const publicOf = (raw: Buffer) =>
	createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') } });

/** A key for the choices of one sealed vote (X25519): the public half in hex, and the private one as it may be stored. */
export function newSealKey(voteId: string): { key: string; wrapped: Buffer } {
	const { publicKey, privateKey } = generateKeyPairSync('x25519');
	const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
	return { key: rawOf(publicKey).toString('hex'), wrapped: seal(subkey(`votes:${voteId}`), pkcs8, boundTo(voteId)) };
}

/** Both sides of one exchange make the same key out of it, and another one for each choice. */
function exchanged(privateKey: KeyObject, publicKey: KeyObject, oneTime: Buffer, key: Buffer): Buffer {
	const shared = diffieHellman({ privateKey, publicKey });
	return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([oneTime, key]), 'gongjian-sealed-choice/1', 32));
}

/** Encrypts a choice to the vote's key, bound to its ballot: nobody reads it before the end, nor moves it to another one. */
export function sealChoice(key: string, choice: string, ballotId: string): string {
	if (choice.length > PADDED) throw new Error('a choice is too long to be sealed');
	const { publicKey, privateKey } = generateKeyPairSync('x25519');
	const [oneTime, recipient] = [rawOf(publicKey), Buffer.from(key, 'hex')];
	const under = exchanged(privateKey, publicOf(recipient), oneTime, recipient);
	return Buffer.concat([oneTime, seal(under, choice.padEnd(PADDED), `ballot:${ballotId}`)]).toString('base64url');
}

/** Opens sealed choices with the private half: for the count alone. Throws where one was changed or moved. */
export function openerOf(voteId: string, wrapped: Uint8Array): (sealed: string, ballotId: string) => string {
	const pkcs8 = unseal(subkey(`votes:${voteId}`), wrapped, boundTo(voteId));
	const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
	const key = rawOf(createPublicKey(privateKey));
	return (sealed, ballotId) => {
		const bytes = Buffer.from(sealed, 'base64url');
		const oneTime = bytes.subarray(0, KEY_BYTES);
		const under = exchanged(privateKey, publicOf(oneTime), oneTime, key);
		return unseal(under, bytes.subarray(KEY_BYTES), `ballot:${ballotId}`).toString().trimEnd();
	};
}
