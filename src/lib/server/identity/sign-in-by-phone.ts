import { readPhoneCode } from '#lib/domain/identity/codes.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { readNow } from '../platform/act.ts';
import { countFailure, forgive, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { enter } from './enter.ts';
import { tryShortCode } from './one-time-codes.ts';
import { findByPhone } from './person-secrets.ts';
import { phoneSubject } from './send-phone-code.ts';
import { locked, type Visitor } from './visitor.ts';

/**
 * Signs in whoever typed the code sent to this phone. A phone that nobody here has yet answers `null`: its holder is a
 * newcomer (create-resident.ts).
 */
export async function signInByPhone(
	database: Database,
	{ phone, code }: { phone: string; code: string },
	visitor: Visitor
): Promise<Result<{ token: string } | null>> {
	const limit: Counted = [LIMITS.phoneCode, phone];
	const until = await lockedUntil(database, [limit]);
	if (until) return locked(until, 'identity.phone-locked');
	const digits = readPhoneCode(code);
	if (!digits) return refuse('identity.phone-code-unreadable', { field: 'code' });

	const now = await readNow(database.db);
	const tried = await tryShortCode(database.db, phoneSubject(phone), digits, now);
	if (tried !== 'right') {
		const lock = await countFailure(database, [limit]);
		if (lock) return locked(lock, 'identity.phone-locked');
		return refuse(tried === 'none' ? 'identity.phone-code-over' : 'identity.phone-code-wrong', { field: 'code' });
	}
	await forgive(database, limit);
	await forgive(database, [LIMITS.phoneSendPhone, phone]);
	const personId = await findByPhone(database.db, phone);
	if (!personId) return ok(null);
	return enter(database, personId, 'phone-code', visitor);
}
