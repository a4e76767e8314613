import { and, eq, isNull } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { PRIVACY_NOTICE_PURPOSE, PRIVACY_NOTICE_VERSION } from '#lib/domain/identity/privacy-notice.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { consent } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';

const standing = (personId: string) =>
	and(eq(consent.personId, personId), eq(consent.purpose, PRIVACY_NOTICE_PURPOSE), isNull(consent.withdrawnAt));

/** The actor accepts the privacy notice in force (PIPL art. 14: by an act of their own); once is enough. */
export const acceptNotice = (ctx: Context): Promise<Result> =>
	act(ctx, async (a) => {
		const may = identityPolicy(a.actor, { act: 'accept-notice' });
		if (!may.ok) return may;
		const { personId } = a.actor!;
		const given = await a.db.query.consent.findFirst({
			where: and(standing(personId), eq(consent.version, PRIVACY_NOTICE_VERSION))
		});
		if (given) return ok();
		const version = PRIVACY_NOTICE_VERSION;
		const id = newId();
		await a.db.insert(consent).values({ id, personId, purpose: PRIVACY_NOTICE_PURPOSE, version, givenAt: a.now });
		await a.audit({ act: 'identity.notice-accepted', subject: ['person', personId], areaId: null, data: { version } });
		return ok();
	});

/** The actor takes that back (PIPL art. 15): as easy as giving it. Until it is given again they can only read. */
export const withdrawNotice = (ctx: Context): Promise<Result> =>
	act(ctx, async (a) => {
		const may = identityPolicy(a.actor, { act: 'accept-notice' });
		if (!may.ok) return may;
		const { personId } = a.actor!;
		await a.db.update(consent).set({ withdrawnAt: a.now }).where(standing(personId));
		await a.audit({ act: 'identity.notice-withdrawn', subject: ['person', personId], areaId: null });
		return ok();
	});

/** Since when the actor has accepted the notice in force; null where they have not. */
export async function noticeGiven({ database, actor }: Context): Promise<Date | null> {
	if (!actor) return null;
	const row = await database.db.query.consent.findFirst({
		where: and(standing(actor.personId), eq(consent.version, PRIVACY_NOTICE_VERSION))
	});
	return row?.givenAt ?? null;
}
