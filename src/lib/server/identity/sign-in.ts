import { sql } from 'drizzle-orm';
import { timeOfDay } from '#lib/domain/identity/time-of-day.ts';
import { refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { credential } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import { verifyPassword } from '../platform/passwords.ts';
import { countFailure, forgive, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { openSession } from '../platform/sessions.ts';

export interface Visitor {
	/** Network address, for limits only. */
	address: string;
	/** What browser it is, as deviceName() says. */
	device: string | null;
}

const locked = (until: Date) => refuse('identity.locked', { params: { until: timeOfDay(until) } });

/**
 * Opens a session for login and password. An unknown login, a wrong password and a disabled account get the same answer
 * after the same time. Five failures lock the account for 15 minutes; a success counts only while it is not locked, so
 * that guesses sent all at once win nothing.
 */
export async function signIn(
	database: Database,
	{ login, password }: { login: string; password: string },
	visitor: Visitor
): Promise<Result<{ token: string }>> {
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
	return enter(database, found.personId, 'password', visitor);
}

/** Opens the session of a person who has proved who they are, and says so in the audit. */
export async function enter(
	database: Database,
	personId: string,
	by: 'password' | 'totp' | 'phone-code',
	visitor: Visitor
): Promise<Result<{ token: string }>> {
	const actor = { personId, name: '', memberships: [], residencies: [], ownerships: [] };
	const token = await openSession(database, personId, visitor.device);
	await act({ database, actor }, async (a) => {
		await a.audit({ act: 'identity.signed-in', subject: ['person', personId], areaId: null, data: { by } });
		return { ok: true, value: undefined };
	});
	return { ok: true, value: { token } };
}
