import {
	createCipheriv,
	createDecipheriv,
	createHmac,
	createPrivateKey,
	createPublicKey,
	hkdfSync,
	randomBytes,
	timingSafeEqual,
	type KeyObject
} from 'node:crypto';

/** What a subkey is for. A key of one purpose never serves another. */
type Purpose = 'master' | 'digest' | 'signing' | `ticket:${string}` | `links:${string}` | `votes:${string}`;

const subkeys = new Map<Purpose, Buffer>();

/** 32 bytes for one purpose, by HKDF-SHA256 from GONGJIAN_SECRET (at least 32 bytes, in any spelling). */
export function subkey(purpose: Purpose): Buffer {
	const known = subkeys.get(purpose);
	if (known) return known;
	const secret = process.env.GONGJIAN_SECRET ?? '';
	if (Buffer.byteLength(secret) < 32) {
		throw new Error(
			'GONGJIAN_SECRET must hold at least 32 random bytes, e.g. the output of `openssl rand -base64 48`.'
		);
	}
	const key = Buffer.from(hkdfSync('sha256', secret, 'gongjian', purpose, 32));
	subkeys.set(purpose, key);
	return key;
}

/** HMAC-SHA256 by which a value is found again without being stored. `kind` keeps phones and logins apart. */
export function digest(kind: string, value: string): Buffer {
	return createHmac('sha256', subkey('digest')).update(`${kind}\0${value}`).digest();
}

const VERSION = 1;

/** AES-256-GCM: version byte, nonce, tag, ciphertext. `bound` names the row and field, so none can stand for another. */
export function seal(key: Uint8Array, plain: Uint8Array | string, bound: string): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
	const body = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()]);
	return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

/** Opens what `seal` made under the same key and binding; throws where a byte was changed. */
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
	if (sealed[0] !== VERSION) throw new Error(`Sealed value of unknown version ${sealed[0]}`);
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(bound));
	decipher.setAuthTag(sealed.subarray(13, 29));
	return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
}

/** A fresh data key, and the same wrapped by the master key for storing. */
export function newDataKey(bound: string): { key: Buffer; wrapped: Buffer } {
	const key = randomBytes(32);
	return { key, wrapped: seal(subkey('master'), key, `data-key:${bound}`) };
}

export function unwrapDataKey(wrapped: Uint8Array, bound: string): Buffer {
	return unseal(subkey('master'), wrapped, `data-key:${bound}`);
}

/** The installation's Ed25519 key for published records; the public half is safe to show. */
export function signingKey(): { privateKey: KeyObject; publicKey: KeyObject } {
	const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), subkey('signing')]);
	const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
	return { privateKey, publicKey: createPublicKey(privateKey) };
}

const mac = (purpose: string, body: string) =>
	createHmac('sha256', subkey(`ticket:${purpose}`))
		.update(body)
		.digest();

/** Claims that come back to us through a browser or a link, valid for one purpose until `expiresAt`. */
export function signTicket(purpose: string, claims: Record<string, string>, expiresAt: Date): string {
	const body = Buffer.from(JSON.stringify({ ...claims, exp: expiresAt.getTime() })).toString('base64url');
	return `${body}.${mac(purpose, body).toString('base64url')}`;
}

/** The claims of a ticket of this purpose that is still valid at `now`; null for anything else. */
export function readTicket(purpose: string, ticket: string, now: Date): Record<string, string> | null {
	const [body = '', signature = ''] = ticket.split('.');
	const given = Buffer.from(signature, 'base64url');
	const wanted = mac(purpose, body);
	if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
	const { exp, ...claims } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { exp: number };
	return exp > now.getTime() ? claims : null;
}
