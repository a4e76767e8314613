import { sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { sensitiveRead } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { openPersonSecrets, type Secrets } from './person-secrets.ts';

/**
 * Shows sensitive fields of a person in clear to a clerk of a community that person lives or owns in. The look, its reason
 * and the fields are recorded where the person can see them, and in the audit.
 */
export const readSensitive = (
	ctx: Context,
	personId: string,
	fields: readonly (keyof Secrets)[],
	reason: string
): Promise<Result<Secrets>> =>
	act(ctx, async (a) => {
		const places = await a.db.execute<{ id: string; code: string }>(sql`
			select a.id, a.code from area a where a.id in (
				select community_id from residency where person_id = ${personId} and state = 'confirmed'
				union select community_id from ownership where person_id = ${personId} and state in ('requested', 'approved'))`);
		const may = identityPolicy(a.actor, { act: 'read-sensitive', personId, areaCodes: places.map((p) => p.code) });
		if (!may.ok) return may;
		const all = await openPersonSecrets(a.db, personId);
		const shown = Object.fromEntries(fields.flatMap((field) => (all[field] ? [[field, all[field]]] : []))) as Secrets;
		const readerId = a.actor!.personId;
		await a.db
			.insert(sensitiveRead)
			.values({ id: newId(), personId, readerId, fields: [...fields], reason, at: a.now });
		await a.audit({
			act: 'identity.sensitive-read',
			subject: ['person', personId],
			areaId: places[0]?.id ?? null,
			data: { fields: [...fields] }
		});
		return ok(shown);
	});
