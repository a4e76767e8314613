import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { createTOTPKeyURI, generateHOTP } from '@oslojs/otp';
import { encodeBase32UpperCaseNoPadding } from '@oslojs/encoding';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { readPhoneCode } from '#lib/domain/identity/codes.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { credential } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { countFailure, forgive, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { readTicket, seal, signTicket, unseal } from '../platform/secrets.ts';
import { closeSessionsOf } from '../platform/sessions.ts';
import { enter } from './enter.ts';
import { dataKey } from './person-secrets.ts';
import { locked, type Visitor } from './visitor.ts';

const SECONDS = 30;
const DIGITS = 6;
/** One step early or late: clocks of phones differ. */
const STEPS = [0, -1, 1];

/** A fresh secret (RFC 6238) and its address for authenticator apps. Nothing is stored before a code has proved it. */
export function newSecondFactor(login: string): { secret: string; uri: string } {
	const key = randomBytes(20);
	return { secret: key.toString('base64url'), uri: createTOTPKeyURI('Gongjian', login, key, SECONDS, DIGITS) };
}

/** The secret as people type it into an app that cannot read the picture. */
export const spellSecret = (secret: string): string =>
	encodeBase32UpperCaseNoPadding(Buffer.from(secret, 'base64url')).replace(/(.{4})(?=.)/g, '$1 ');

/** The 30-second step whose code this is, or null. Wall clock: the phone knows no other. */
function stepOf(key: Uint8Array, code: string): number | null {
	const now = Math.floor(Date.now() / 1000 / SECONDS);
	const step = STEPS.map((offset) => now + offset).find((step) => {
		const wanted = generateHOTP(key, BigInt(step), DIGITS);
		return timingSafeEqual(Buffer.from(wanted), Buffer.from(code));
	});
	return step ?? null;
}

/** Enrols the actor's authenticator app once it shows a right code; all other sessions of the person end. */
export const enrolSecondFactor = (
	ctx: Context,
	{ secret, code }: { secret: string; code: string },
	sessionId: string | null
): Promise<Result> =>
	act(ctx, async (a) => {
		const may = identityPolicy(a.actor, { act: 'own-account', personId: a.actor?.personId ?? '' });
		if (!may.ok) return may;
		const { personId } = a.actor!;
		const key = Buffer.from(secret, 'base64url');
		const digits = readPhoneCode(code);
		const step = digits && key.length === 20 ? stepOf(key, digits) : null;
		if (step === null) return refuse('identity.totp-wrong', { field: 'code' });
		const sealed = seal(await dataKey(a.db, personId), key, `totp:${personId}`);
		const enrolled = await a.db
			.update(credential)
			.set({ totpSecret: sealed, totpStep: step })
			.where(and(eq(credential.personId, personId), isNull(credential.totpSecret)))
			.returning();
		if (!enrolled.length) return refuse('identity.totp-enrolled');
		await closeSessionsOf(a.db, personId, sessionId);
		await a.audit({ act: 'identity.second-factor-enrolled', subject: ['person', personId], areaId: null });
		return ok();
	});

/** The second step of signing in. A code is taken once; five wrong ones lock the account for 15 minutes. */
export async function giveSecondFactor(
	database: Database,
	personId: string,
	code: string,
	visitor: Visitor
): Promise<Result<{ token: string }>> {
	const limit: Counted = [LIMITS.totp, personId];
	const until = await lockedUntil(database, [limit]);
	if (until) return locked(until);
	const account = await database.db.query.credential.findFirst({ where: eq(credential.personId, personId) });
	const digits = readPhoneCode(code);
	const step =
		digits && account?.totpSecret
			? stepOf(unseal(await dataKey(database.db, personId), account.totpSecret, `totp:${personId}`), digits)
			: null;
	const taken =
		step !== null &&
		(await database.db
			.update(credential)
			.set({ totpStep: step })
			.where(and(eq(credential.personId, personId), or(isNull(credential.totpStep), lt(credential.totpStep, step))))
			.returning());
	if (!taken || !taken.length) {
		const lock = await countFailure(database, [limit]);
		return lock ? locked(lock) : refuse('identity.totp-wrong', { field: 'code' });
	}
	const meanwhile = await lockedUntil(database, [limit]);
	if (meanwhile) return locked(meanwhile);
	await forgive(database, limit);
	return enter(database, personId, 'totp', visitor);
}

export const SECOND_FACTOR_COOKIE = 'second-factor';

/** Says for ten minutes that this browser has given the person's password. */
export const secondFactorTicket = (personId: string): string =>
	signTicket('second-factor', { personId }, new Date(Date.now() + 600_000));

/** Whose second factor this browser owes, or null. */
export const readSecondFactorTicket = (ticket: string | undefined): string | null =>
	readTicket('second-factor', ticket ?? '', new Date())?.personId ?? null;
