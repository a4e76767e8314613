import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { SEPARATED_ROLES, type Role } from '#lib/domain/shared/roles.ts';
import { area, credential, membership, organisation } from '../db/schema/index.ts';
import { violates } from '../db/violation.ts';
import { notify } from '../notifications/index.ts';
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
			const may = await mayAppoint(a, wanted, place);
			if (!may.ok) return may;
			if (SEPARATED_ROLES.includes(wanted.role) && !(await hasLogin(a, wanted.personId)))
				return refuse('identity.login-needed', { field: 'role' });
			return writeAppointment(a, wanted, place!);
		});
	} catch (error) {
		if (violates(error, 'administrators_are_apart')) return refuse('identity.administrators-apart', { field: 'role' });
		throw error;
	}
}

type Place = Awaited<ReturnType<typeof placeOf>>;

/** May the actor give this role there, to a person who is known or still to be found? */
export const mayAppoint = async (
	a: Act,
	{ personId, role }: Pick<Appointment, 'role'> & { personId: string | null },
	place: Place
): Promise<Result> =>
	identityPolicy(a.actor, {
		act: 'appoint',
		personId,
		role,
		organisationKind: place?.kind,
		areaCode: place?.code ?? '',
		noSecurityAdministrator: await noSecurityAdministrator(a, place?.code ?? '')
	});

/** Writes an appointment that the policy has allowed; refuses one that is held already. */
export async function writeAppointment(
	a: Act,
	{ personId, organisationId, role, title }: Appointment,
	{ areaId, organisation }: { areaId: string; organisation: string }
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
	const subject: [string, string] = ['membership', membershipId];
	await a.audit({ act: 'identity.appointed', subject, areaId, organisationId, data });
	const news = { personIds: [personId], areaId, subject, params: { organisation }, href: '/desk' };
	await notify(a, { ...news, kind: 'appointed' });
	return ok({ membershipId });
}

/** Ends an appointment at once, with a reason that the person reads, and the person's sessions with it. */
export const endAppointment = (ctx: Context, membershipId: string, reason: string): Promise<Result> =>
	act(ctx, async (a) => {
		const [row] = await a.db
			.select({ membership, code: area.code, organisation: organisation.name })
			.from(membership)
			.innerJoin(area, eq(area.id, membership.areaId))
			.innerJoin(organisation, eq(organisation.id, membership.organisationId))
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
		if (needed && !(await holdersOver(a, role, row!.code, personId))) return refuse('identity.last-administrator');
		const end = a.now > validFrom ? a.now : validFrom;
		const endedBy = a.actor!.personId;
		await a.db
			.update(membership)
			.set({ validTo: end, endedBy, endReason: reason })
			.where(eq(membership.id, membershipId));
		await closeSessionsOf(a.db, personId);
		const data = { personId, role };
		const subject: [string, string] = ['membership', membershipId];
		await a.audit({ act: 'identity.appointment-ended', subject, areaId, organisationId, data });
		const params = { organisation: row!.organisation, reason };
		await notify(a, { personIds: [personId], areaId, kind: 'appointment-ended', subject, params, href: '/me' });
		return ok();
	});

export async function placeOf(a: Act, organisationId: string) {
	const [row] = await a.db
		.select({ code: area.code, areaId: area.id, kind: organisation.kind, organisation: organisation.name })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(eq(organisation.id, organisationId), isNull(organisation.dissolvedAt)));
	return row;
}

const hasLogin = async (a: Act, personId: string): Promise<boolean> =>
	!!(await a.db.query.credential.findFirst({ columns: { personId: true }, where: eq(credential.personId, personId) }));

export const noSecurityAdministrator = async (a: Act, code: string): Promise<boolean> =>
	(await holdersOver(a, 'security-administrator', code)) === 0;

/**
 * How many people, `but` one, hold the role now over the area with this code, in it or above it. Counted one after the
 * other, so that two do not remove each other at once.
 */
export async function holdersOver(a: Act, role: Role, code: string, but: string | null = null): Promise<number> {
	await a.db.execute(sql`select pg_advisory_xact_lock(8154005)`);
	const [row] = await a.db.execute<{ count: number }>(sql`
		select count(distinct m.person_id)::int as count
		from membership m join organisation o on o.id = m.organisation_id join area held on held.id = m.area_id
		where m.role = ${role} and starts_with(${code}, held.code) and m.person_id is distinct from ${but}::uuid
			and o.dissolved_at is null and m.valid_from <= ${a.now.toISOString()}::timestamptz
			and (m.valid_to is null or m.valid_to > ${a.now.toISOString()}::timestamptz)`);
	return row!.count;
}
