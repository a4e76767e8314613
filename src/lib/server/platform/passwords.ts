import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes (OWASP's floor); salt and parameters stand in the hash. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

let nobody: Promise<string> | undefined;

/** Costs the same time where there is no hash to compare with, so that nobody can time which logins exist. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
	nobody ??= hashPassword(randomBytes(16).toString('hex'));
	const matches = await verify(stored ?? (await nobody), password.normalize('NFKC'));
	return matches && !!stored;
}
