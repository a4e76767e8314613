import { eq } from 'drizzle-orm';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { rolesOf } from '#lib/domain/identity/roles-of-party.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PartyKind, Role } from '#lib/domain/shared/roles.ts';
import { area, organisation } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { noSecurityAdministrator } from './appoint.ts';

export interface OfficeToGive {
	organisationId: string;
	organisation: string;
	kind: PartyKind;
	area: string;
	areaCode: string;
	roles: Role[];
}

/** The roles that the actor may give in this organisation, to a new account or to `personId`; refused where none. */
export const rolesToGive = (
	ctx: Context,
	organisationId: string,
	personId: string | null = null
): Promise<Result<OfficeToGive>> =>
	act(ctx, async (a) => {
		const [place] = await a.db
			.select({ organisation: organisation.name, kind: organisation.kind, area: area.name, areaCode: area.code })
			.from(organisation)
			.innerJoin(area, eq(area.id, organisation.areaId))
			.where(eq(organisation.id, organisationId));
		if (!place) return refuse(a.actor ? 'form.not-found' : 'form.sign-in');
		const facts = {
			personId,
			organisationKind: place.kind,
			areaCode: place.areaCode,
			noSecurityAdministrator: await noSecurityAdministrator(a, place.areaCode)
		};
		const roles = rolesOf(place.kind).filter((role) => identityPolicy(a.actor, { act: 'appoint', role, ...facts }).ok);
		return roles.length ? ok({ organisationId, ...place, roles }) : refuse(a.actor ? 'form.forbidden' : 'form.sign-in');
	});
