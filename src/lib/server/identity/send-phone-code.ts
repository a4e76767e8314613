import { PHONE_VALID_MINUTES } from '#lib/domain/identity/codes.ts';
import { mobileNumber } from '#lib/domain/identity/phone.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { readNow } from '../platform/act.ts';
import { isDemo } from '../platform/demo.ts';
import { countFailure, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { sendSms } from '../platform/sms.ts';
import { codeOf, issueCodes, livingCode } from './one-time-codes.ts';
import { phoneDigest } from './person-secrets.ts';
import { locked, type Visitor } from './visitor.ts';

/** What a code is stored for: the phone's HMAC. */
export const phoneSubject = (phone: string): string => phoneDigest(phone).toString('base64url');

/**
 * Sends a code of six digits, valid for ten minutes, to a phone, whether or not anybody here has it. Answers the phone as
 * eleven digits. Every message counts against the phone and the address.
 */
export async function sendPhoneCode(
	database: Database,
	typed: string,
	visitor: Visitor,
	words: (code: string) => string
): Promise<Result<{ phone: string }>> {
	const phone = mobileNumber(typed);
	if (!phone) return refuse('identity.phone-unreadable', { field: 'phone' });
	const limits: Counted[] = [
		[LIMITS.phoneSendPhone, phone],
		[LIMITS.phoneSendAddress, visitor.address]
	];
	const until = await lockedUntil(database, [...limits, [LIMITS.phoneCode, phone]]);
	if (until) return locked(until, 'identity.phone-locked');
	await countFailure(database, limits);

	const code = await database.db.transaction(async (tx) => {
		const now = await readNow(tx);
		const expiresAt = new Date(now.getTime() + PHONE_VALID_MINUTES * 60_000);
		const [row] = await issueCodes(tx, [{ purpose: 'phone', subject: phoneSubject(phone), expiresAt }], now);
		return codeOf(row!);
	});
	switch (await sendSms(database, phone, words(code))) {
		case 'sent':
		case 'demo':
			return ok({ phone });
		case 'not-set-up':
			return refuse('identity.sms-not-set-up');
		case 'failed':
			return refuse('identity.sms-failed');
	}
}

/** In a demo nothing is sent: the page shows the living code of the phone itself. Null everywhere else. */
export async function demoPhoneCode(database: Database, phone: string): Promise<string | null> {
	if (process.env.SMS_GATEWAY_URL || !(await isDemo(database))) return null;
	const row = await livingCode(database.db, 'phone', phoneSubject(phone), await readNow(database.db));
	return row ? codeOf(row) : null;
}
