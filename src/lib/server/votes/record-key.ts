import type { SigningKey } from '#lib/domain/votes/signature.ts';
import { signingKey, subkey } from '../platform/secrets.ts';

/** The installation's key for published records, as the record format writes keys. */
export function recordKey(): SigningKey {
	const { x } = signingKey().publicKey.export({ format: 'jwk' });
	return { secret: subkey('signing').toString('hex'), public: Buffer.from(x!, 'base64url').toString('hex') };
}

/** By which everybody holds a record of this installation to be its own. */
export const publicRecordKey = (): string => recordKey().public;
