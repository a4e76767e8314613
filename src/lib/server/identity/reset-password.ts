import { and, eq, isNull, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { checkPassword } from '#lib/domain/identity/password-rule.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { credential } from '../db/schema/index.ts';
import { act, readNow, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { hashPassword } from '../platform/passwords.ts';
import { countFailure, forgive, LIMITS, lockedUntil, type Counted } from '../platform/rate-limit.ts';
import { closeSessionsOf } from '../platform/sessions.ts';
import { holdersOver } from './appoint.ts';
import { enter } from './enter.ts';
import { codeOf, findCode, issueCodes, useCode } from './one-time-codes.ts';
import { locked, type Visitor } from './visitor.ts';

const PURPOSE = 'password-reset';
const ROLE = 'security-administrator';
const VALID_HOURS = 24;

/** Where the person chooses a new password: once, within a day. An older link ends. */
export async function issueResetLink(a: Act, personId: string): Promise<string> {
	const expiresAt = new Date(a.now.getTime() + VALID_HOURS * 3_600_000);
	const createdBy = a.actor?.personId;
	const [row] = await issueCodes(a.db, [{ purpose: PURPOSE, subject: personId, expiresAt, createdBy }], a.now);
	return `/reset-password?token=${codeOf(row!)}`;
}

/** The areas in which a person is appointed now: who may manage the account must reach all of them. */
export async function areasOf(a: Act, personId: string): Promise<string[]> {
	const rows = await a.db.execute<{ code: string }>(sql`
		select distinct a.code from membership m join area a on a.id = m.area_id, (select app_now() as now) n
		where m.person_id = ${personId} and m.valid_from <= n.now and (m.valid_to is null or m.valid_to > n.now)`);
	return rows.map((row) => row.code);
}

async function manage(a: Act, personId: string): Promise<Result> {
	const areaCodes = await areasOf(a, personId);
	return identityPolicy(a.actor, {
		act: 'manage-credential',
		personId,
		areaCodes,
		waitingSecurityAdministrator: await isWaitingAlone(a, personId, areaCodes)
	});
}

/** May the actor hand this person a link, close the account, open it again? */
export const mayManage = async (ctx: Context, personId: string): Promise<boolean> =>
	(await act(ctx, (a) => manage(a, personId))).ok;

/** Is this the only security administrator of all these areas, and has never chosen a password: can nobody else help? */
async function isWaitingAlone(a: Act, personId: string, codes: readonly string[]): Promise<boolean> {
	const fresh = await a.db.query.credential.findFirst({
		where: and(eq(credential.personId, personId), isNull(credential.passwordHash))
	});
	if (!fresh) return false;
	for (const code of codes) {
		const [all, others] = [await holdersOver(a, ROLE, code), await holdersOver(a, ROLE, code, personId)];
		if (all !== 1 || others !== 0) return false;
	}
	return true;
}

/**
 * Hands somebody a link to a new password: the security administrator whenever it is needed, the system administrator
 * to the first security administrator who let the link run out. The old password ends, and all sessions.
 */
export const resetPassword = (ctx: Context, personId: string): Promise<Result<{ path: string }>> =>
	act(ctx, async (a) => {
		const may = await manage(a, personId);
		if (!may.ok) return may;
		const reset = await a.db
			.update(credential)
			.set({ passwordHash: null, totpSecret: null, totpStep: null, mustChange: true })
			.where(and(eq(credential.personId, personId), isNull(credential.disabledAt)))
			.returning();
		if (!reset.length) return refuse('form.not-found');
		await closeSessionsOf(a.db, personId);
		await a.audit({ act: 'identity.password-reset', subject: ['person', personId], areaId: null });
		return ok({ path: await issueResetLink(a, personId) });
	});

/** Closes an account (and ends its sessions) or opens it again. */
export const setAccountOpen = (ctx: Context, personId: string, open: boolean): Promise<Result> =>
	act(ctx, async (a) => {
		const may = await manage(a, personId);
		if (!may.ok) return may;
		await a.db
			.update(credential)
			.set({ disabledAt: open ? null : a.now })
			.where(eq(credential.personId, personId));
		if (!open) await closeSessionsOf(a.db, personId);
		const name = open ? 'identity.account-opened' : 'identity.account-closed';
		await a.audit({ act: name, subject: ['person', personId], areaId: null });
		return ok();
	});

/** Whose password a link leads to, or null where it does not live. */
export async function openReset({ db }: Database, token: string): Promise<{ login: string } | null> {
	const row = await findCode(db, PURPOSE, token, await readNow(db));
	const account = row && (await db.query.credential.findFirst({ where: eq(credential.personId, row.subject) }));
	return account ? { login: account.login } : null;
}

/** Uses the link up: the new password stands, and its owner is signed in. */
export async function choosePassword(
	database: Database,
	{ token, password }: { token: string; password: string },
	visitor: Visitor
): Promise<Result<{ token: string }>> {
	const limit: Counted = [LIMITS.linkAddress, visitor.address];
	const until = await lockedUntil(database, [limit]);
	if (until) return locked(until);
	const passwordHash = await hashPassword(password);
	const result = await act<{ personId: string; login: string }>({ database, actor: null }, async (a) => {
		const row = await useCode(a.db, PURPOSE, token, a.now);
		if (!row) return refuse('identity.link-over');
		const personId = row.subject;
		const [account] = await a.db
			.update(credential)
			.set({ passwordHash, mustChange: false })
			.where(and(eq(credential.personId, personId), isNull(credential.disabledAt)))
			.returning();
		if (!account) return refuse('identity.account-closed');
		const good = checkPassword(password, account.login);
		if (!good.ok) return good;
		await closeSessionsOf(a.db, personId);
		await a.audit({ act: 'identity.password-chosen', subject: ['person', personId], areaId: null });
		return ok({ personId, login: account.login });
	});
	if (!result.ok) {
		if (result.refusal.code === 'identity.link-over') await countFailure(database, [limit]);
		return result;
	}
	await forgive(database, [LIMITS.signInLogin, result.value.login.toLowerCase()]);
	return enter(database, result.value.personId, 'link', visitor);
}
