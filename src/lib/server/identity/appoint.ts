import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Role } from '#lib/domain/shared/roles.ts';
import { area, membership, organisation } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { closeSessionsOf } from '../platform/sessions.ts';

export interface Appointment {
	personId: string;
	organisationId: string;
	role: Role;
	title?: string;
}

/**
 * Appoints a person to a role in an organisation, over the organisation's own area, from now on. The three administrators
 * are never one person: the database refuses that, whatever happens at the same moment. All sessions of the person end.
 */
export async function appoint(ctx: Context, wanted: Appointment): Promise<Result<{ membershipId: string }>> {
	try {
		return await act(ctx, async (a) => {
			const place = await placeOf(a, wanted.organisationId);
			const may = identityPolicy(a.actor, {
				act: 'appoint',
				personId: wanted.personId,
				role: wanted.role,
				areaCode: place?.code ?? '',
				noSecurityAdministrator: await noSecurityAdministrator(a)
			});
			if (!may.ok) return may;
			return writeAppointment(a, wanted, place!.areaId);
		});
	} catch (error) {
		if (violates(error, 'administrators_are_apart')) return refuse('identity.administrators-apart', { field: 'role' });
		throw error;
	}
}

/** Writes an appointment that the policy has allowed; refuses one that is held already. */
export async function writeAppointment(
	a: Act,
	{ personId, organisationId, role, title }: Appointment,
	areaId: string
): Promise<Result<{ membershipId: string }>> {
	const held = await a.db.query.membership.findFirst({
		where: and(
			eq(membership.personId, personId),
			eq(membership.organisationId, organisationId),
			eq(membership.role, role),
			or(isNull(membership.validTo), gt(membership.validTo, a.now))
		)
	});
	if (held) return refuse('identity.role-held', { field: 'role' });
	const membershipId = newId();
	await a.db.insert(membership).values({
		...{ id: membershipId, personId, organisationId, areaId, role, title: title || null },
		...{ validFrom: a.now, appointedBy: a.actor?.personId, createdAt: a.now }
	});
	await closeSessionsOf(a.db, personId);
	const data = { personId, role };
	await a.audit({ act: 'identity.appointed', subject: ['membership', membershipId], areaId, organisationId, data });
	return ok({ membershipId });
}

/** Ends an appointment at once, and the person's sessions with it. */
export const endAppointment = (ctx: Context, membershipId: string): Promise<Result> =>
	act(ctx, async (a) => {
		const [row] = await a.db
			.select({ membership, code: area.code })
			.from(membership)
			.innerJoin(area, eq(area.id, membership.areaId))
			.where(eq(membership.id, membershipId))
			.for('update', { of: membership });
		const may = identityPolicy(a.actor, {
			act: 'end-appointment',
			personId: row?.membership.personId ?? '',
			areaCodes: row ? [row.code] : []
		});
		if (!may.ok) return may;
		const { personId, role, areaId, organisationId, validTo, validFrom } = row!.membership;
		if (validTo && validTo <= a.now) return refuse('identity.already-ended');
		const needed = role === 'system-administrator' || role === 'security-administrator';
		if (needed && (await administratorsLeft(a, role)) <= 1) return refuse('identity.last-administrator');
		const end = a.now > validFrom ? a.now : validFrom;
		await a.db.update(membership).set({ validTo: end }).where(eq(membership.id, membershipId));
		await closeSessionsOf(a.db, personId);
		const data = { personId, role };
		await a.audit({
			act: 'identity.appointment-ended',
			subject: ['membership', membershipId],
			areaId,
			organisationId,
			data
		});
		return ok();
	});

export async function placeOf(a: Act, organisationId: string) {
	const [row] = await a.db
		.select({ code: area.code, areaId: area.id })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(eq(organisation.id, organisationId), isNull(organisation.dissolvedAt)));
	return row;
}

export const noSecurityAdministrator = async (a: Act): Promise<boolean> =>
	(await administratorsLeft(a, 'security-administrator')) === 0;

/** How many hold the role now. Counted one after the other, so that two do not remove each other at once. */
async function administratorsLeft(a: Act, role: Role): Promise<number> {
	await a.db.execute(sql`select pg_advisory_xact_lock(8154005)`);
	const [row] = await a.db.execute<{ count: number }>(sql`
		select count(distinct person_id)::int as count from membership
		where role = ${role} and valid_from <= ${a.now.toISOString()}::timestamptz
			and (valid_to is null or valid_to > ${a.now.toISOString()}::timestamptz)`);
	return row!.count;
}
