import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { LETTER_VALID_DAYS } from '#lib/domain/identity/codes.ts';
import type { CommunityKind } from '#lib/domain/community/hierarchy.ts';
import { identityPolicy } from '#lib/domain/identity/identity.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { area, building, household, oneTimeCode, propertyArea, unit } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { codeOf, issueCodes } from './one-time-codes.ts';

/** Whom letters are for: every household of a building that has none living, or one household anew. */
export type LettersWanted = { buildingId: string } | { householdId: string };

/**
 * Issues household letter codes, valid for 90 days. For a building: where no living code exists yet. For one household:
 * always, and the old code ends. Answers how many.
 */
export const issueLetters = (ctx: Context, wanted: LettersWanted): Promise<Result<{ count: number }>> =>
	act(ctx, async (a) => {
		const place = await placeOf(a, wanted);
		const may = identityPolicy(a.actor, { act: 'issue-letters', areaCode: place?.code ?? '' });
		if (!may.ok) return may;
		const households = await householdsOf(a, wanted);
		const living = await livingLetters(
			a,
			households.map((home) => home.id)
		);
		const without = 'householdId' in wanted ? households : households.filter((home) => !living.has(home.id));
		if (!households.length) return refuse('identity.household-missing');
		const expiresAt = new Date(a.now.getTime() + LETTER_VALID_DAYS * 86_400_000);
		const communityId = place!.id;
		const createdBy = a.actor!.personId;
		const purpose = 'household-letter' as const;
		const codes = without.map((home) => ({ purpose, subject: home.id, expiresAt, communityId, createdBy }));
		await issueCodes(a.db, codes, a.now);
		const subject: [string, string] =
			'buildingId' in wanted ? ['building', wanted.buildingId] : ['household', wanted.householdId];
		await a.audit({ act: 'identity.letters-issued', subject, areaId: communityId, data: { count: codes.length } });
		return ok({ count: codes.length });
	});

export interface Letter {
	householdId: string;
	headName: string;
	unitLabel: string;
	code: string;
	expiresAt: Date;
}

/** The living letters of a building or household, for printing. Reading them is written into the audit. */
export const readLetters = (
	ctx: Context,
	wanted: LettersWanted
): Promise<Result<{ community: string; kind: CommunityKind | null; letters: Letter[] }>> =>
	act(ctx, async (a) => {
		const place = await placeOf(a, wanted);
		const may = identityPolicy(a.actor, { act: 'issue-letters', areaCode: place?.code ?? '' });
		if (!may.ok) return may;
		const households = await householdsOf(a, wanted);
		const living = await livingLetters(
			a,
			households.map((home) => home.id)
		);
		const letters = households.flatMap(({ id, headName, unitLabel }) => {
			const row = living.get(id);
			return row ? [{ householdId: id, headName, unitLabel, code: codeOf(row), expiresAt: row.expiresAt }] : [];
		});
		const subject: [string, string] =
			'buildingId' in wanted ? ['building', wanted.buildingId] : ['household', wanted.householdId];
		await a.audit({ act: 'identity.letters-read', subject, areaId: place!.id, data: { count: letters.length } });
		return ok({ community: place!.name, kind: place!.kind, letters });
	});

async function placeOf(a: Act, wanted: LettersWanted) {
	const columns = { id: area.id, code: area.code, name: area.name, kind: area.kind };
	const [row] =
		'buildingId' in wanted
			? await a.db
					.select(columns)
					.from(building)
					.innerJoin(area, eq(area.id, building.communityId))
					.where(eq(building.id, wanted.buildingId))
			: await a.db
					.select(columns)
					.from(household)
					.innerJoin(area, eq(area.id, household.communityId))
					.where(eq(household.id, wanted.householdId));
	return row;
}

const householdsOf = (a: Act, wanted: LettersWanted) =>
	a.db
		.select({
			id: household.id,
			headName: household.headName,
			unitLabel: sql<string>`${propertyArea.name} || ' ' || ${unit.label}`
		})
		.from(household)
		.innerJoin(unit, eq(unit.id, household.unitId))
		.innerJoin(propertyArea, eq(propertyArea.id, unit.propertyAreaId))
		.where(
			and(
				isNull(household.endedAt),
				'buildingId' in wanted ? eq(unit.buildingId, wanted.buildingId) : eq(household.id, wanted.householdId)
			)
		)
		.orderBy(asc(unit.entrance), asc(unit.floor), asc(unit.room), asc(household.id));

async function livingLetters(a: Act, householdIds: string[]) {
	const rows = await a.db
		.select()
		.from(oneTimeCode)
		.where(
			and(
				eq(oneTimeCode.purpose, 'household-letter'),
				inArray(oneTimeCode.subject, householdIds),
				isNull(oneTimeCode.usedAt),
				isNull(oneTimeCode.revokedAt),
				gt(oneTimeCode.expiresAt, a.now)
			)
		);
	return new Map(rows.map((row) => [row.subject, row]));
}
