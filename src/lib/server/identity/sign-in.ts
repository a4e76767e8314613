import { sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { credential } from '../db/schema/index.ts';
import { verifyPassword } from '../platform/passwords.ts';
import { countFailure, forgive, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { enter } from './enter.ts';
import { locked, type Visitor } from './visitor.ts';

/**
 * Opens a session for login and password. An unknown login, a wrong password and a disabled account get the same answer
 * after the same time. Five failures lock the account for 15 minutes; a success counts only while it is not locked, so
 * that guesses sent all at once win nothing. Without a token a second factor is enrolled and must still be given.
 */
export async function signIn(
	database: Database,
	{ login, password }: { login: string; password: string },
	visitor: Visitor
): Promise<Result<{ personId: string; token: string | null }>> {
	const account: Counted = [LIMITS.signInLogin, login.toLowerCase()];
	const limits: Counted[] = [account, [LIMITS.signInAddress, visitor.address]];
	const before = await lockedUntil(database, limits);
	if (before) return locked(before);

	const found = await database.db.query.credential.findFirst({
		where: sql`lower(${credential.login}) = ${login.toLowerCase()}`
	});
	const right = await verifyPassword(found?.passwordHash, password);
	if (!right || !found || found.disabledAt) {
		const until = await countFailure(database, limits);
		return until ? locked(until) : refuse('identity.sign-in-wrong');
	}
	const meanwhile = await lockedUntil(database, limits);
	if (meanwhile) return locked(meanwhile);
	await forgive(database, account);
	const { personId } = found;
	if (found.totpSecret) return ok({ personId, token: null });
	return enter(database, personId, 'password', visitor);
}
