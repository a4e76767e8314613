import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Database } from '../db/client.ts';
import { credential } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import { loadActor } from '../platform/load-actor.ts';
import { openSession } from '../platform/sessions.ts';
import type { Visitor } from './visitor.ts';

export type Proof = 'password' | 'totp' | 'phone-code' | 'sign-up' | 'link';

/** Opens the session of a person who has proved who they are, and says so in the audit. Disabled accounts stay out. */
export async function enter(
	database: Database,
	personId: string,
	by: Proof,
	visitor: Visitor
): Promise<Result<{ personId: string; token: string }>> {
	const actor = await loadActor(database, personId);
	const account = await database.db.query.credential.findFirst({ where: eq(credential.personId, personId) });
	if (!actor || account?.disabledAt) return refuse('identity.account-closed');
	const token = await openSession(database, personId, visitor.device);
	await act({ database, actor }, async (a) => {
		await a.audit({ act: 'identity.signed-in', subject: ['person', personId], areaId: null, data: { by } });
		return ok();
	});
	return ok({ personId, token });
}
