import { and, eq, isNull, sql } from 'drizzle-orm';
import { isSingle, partiesOf } from '#lib/domain/community/party-places.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { organisation, propertyArea } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { actUnlessTaken, codeOf, setUpIn } from './set-up.ts';

export interface PartyFacts {
	name: string;
	phone?: string | null;
	address?: string | null;
	duties?: string | null;
	field?: string | null;
}

const TAKEN = { organisation_name_in_area: { code: 'community.party-name-taken', field: 'name' } };

/** Adds a party (参与主体) to an area. Bodies of which an area has one are added once. */
export const addParty = (
	ctx: Context,
	areaCode: string,
	{ kind, ...facts }: PartyFacts & { kind: PartyKind }
): Promise<Result<{ organisationId: string }>> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const place = await setUpIn(a, areaCode);
		if (!place.ok) return place;
		const { id: areaId, level } = place.value;
		const field = 'partyKind';
		if (!partiesOf(level).includes(kind)) return refuse('community.party-kind-misplaced', { field });
		if (isSingle(kind)) {
			await a.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`party:${areaId}`}, 8154006))`);
			const known = await a.db.query.organisation.findFirst({
				where: and(eq(organisation.areaId, areaId), eq(organisation.kind, kind), isNull(organisation.dissolvedAt))
			});
			if (known) return refuse('community.party-known', { field, params: { name: known.name } });
		}
		const id = newId();
		await a.db.insert(organisation).values({ id, areaId, kind, ...facts, createdAt: a.now });
		await a.audit({ act: 'community.party-added', subject: ['organisation', id], areaId, data: { kind } });
		return ok({ organisationId: id });
	});

export const changeParty = (ctx: Context, organisationId: string, facts: PartyFacts): Promise<Result> =>
	actUnlessTaken(ctx, TAKEN, async (a) => {
		const party = await standing(a, organisationId);
		if (!party.ok) return party;
		await a.db.update(organisation).set(facts).where(eq(organisation.id, organisationId));
		const subject: [string, string] = ['organisation', organisationId];
		await a.audit({ act: 'community.party-changed', subject, areaId: party.value.areaId });
		return ok();
	});

/** Takes a party out of the mechanism. Its appointments are ended first, by the security administrator, each with a reason. */
export const dissolveParty = (ctx: Context, organisationId: string): Promise<Result> =>
	actUnlessTaken(ctx, {}, async (a) => {
		const party = await standing(a, organisationId);
		if (!party.ok) return party;
		const [row] = await a.db.execute<{ count: number }>(sql`
			select count(*)::int as count from membership where organisation_id = ${organisationId}
				and (valid_to is null or valid_to > ${a.now.toISOString()}::timestamptz)`);
		if (row!.count) return refuse('community.party-staffed', { params: { count: row!.count } });
		await a.db.update(organisation).set({ dissolvedAt: a.now }).where(eq(organisation.id, organisationId));
		const served = {
			propertyCompanyId: propertyArea.propertyCompanyId,
			ownersCommitteeId: propertyArea.ownersCommitteeId
		};
		for (const [key, column] of Object.entries(served)) {
			await a.db
				.update(propertyArea)
				.set({ [key]: null })
				.where(eq(column, organisationId));
		}
		const subject: [string, string] = ['organisation', organisationId];
		await a.audit({ act: 'community.party-dissolved', subject, areaId: party.value.areaId });
		return ok();
	});

async function standing(a: Act, organisationId: string) {
	const row = await a.db.query.organisation.findFirst({ where: eq(organisation.id, organisationId) });
	const place = await setUpIn(a, await codeOf(a, row?.areaId));
	if (!place.ok) return place;
	return row!.dissolvedAt ? refuse('community.party-dissolved') : ok(row!);
}
