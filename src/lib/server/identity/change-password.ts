import { eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { checkPassword } from '#lib/domain/identity/password-rule.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { credential } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { hashPassword, verifyPassword } from '../platform/passwords.ts';
import { countFailure, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { closeSessionsOf } from '../platform/sessions.ts';
import { locked } from './visitor.ts';

/** The actor chooses a new password, knowing the old one. All sessions of the person end; the caller opens a new one. */
export async function changePassword(ctx: Context, current: string, wanted: string): Promise<Result> {
	const limit: Counted = [LIMITS.passwordChange, ctx.actor?.personId ?? ''];
	const until = await lockedUntil(ctx.database, [limit]);
	if (until) return locked(until);
	const hash = await hashPassword(wanted);
	const result = await act(ctx, async (a) => {
		const may = identityPolicy(a.actor, { act: 'own-account', personId: a.actor?.personId ?? '' });
		if (!may.ok) return may;
		const { personId } = a.actor!;
		const account = await a.db.query.credential.findFirst({ where: eq(credential.personId, personId) });
		if (!account) return refuse('form.not-found');
		if (!(await verifyPassword(account.passwordHash, current)))
			return refuse('identity.password-wrong', { field: 'current' });
		if (current === wanted) return refuse('identity.password-same', { field: 'password' });
		const good = checkPassword(wanted, account.login);
		if (!good.ok) return good;
		await a.db
			.update(credential)
			.set({ passwordHash: hash, mustChange: false })
			.where(eq(credential.personId, personId));
		await closeSessionsOf(a.db, personId);
		await a.audit({ act: 'identity.password-changed', subject: ['person', personId], areaId: null });
		return ok();
	});
	if (!result.ok && result.refusal.code === 'identity.password-wrong') await countFailure(ctx.database, [limit]);
	return result;
}
