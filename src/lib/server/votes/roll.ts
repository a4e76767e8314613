import { and, asc, eq, isNull } from 'drizzle-orm';
import { formatArea } from '#lib/domain/shared/area.ts';
import { DEVELOPER, ownersRoll } from '#lib/domain/votes/owners-roll.ts';
import type { RollLine } from '#lib/domain/votes/record.schema.ts';
import { rollLabel } from '#lib/domain/votes/roll-label.ts';
import type { Db } from '../db/client.ts';
import { insertRows } from '../db/insert-rows.ts';
import { household, ownership, person, rollEntry, rollVoter, unit } from '../db/schema/index.ts';
import { newUnorderedId } from '../platform/ids.ts';
import type { VoteRow } from './load-vote.ts';

type Entry = typeof rollEntry.$inferInsert;
type Roll = { entries: Entry[]; voters: (typeof rollVoter.$inferInsert)[] };

/**
 * Makes the roll anew from households or owners as they are now; before the opening only, for ballots hang on entries.
 * Answers the number of entries.
 */
export async function buildRoll(db: Db, row: VoteRow): Promise<number> {
	await db.delete(rollVoter).where(eq(rollVoter.voteId, row.id));
	await db.delete(rollEntry).where(eq(rollEntry.voteId, row.id));
	const { entries, voters } = row.electorate === 'owners' ? await ofOwners(db, row) : await ofHouseholds(db, row);
	await insertRows(db, rollEntry, entries);
	await insertRows(db, rollVoter, voters);
	return entries.length;
}

const entryOf = (row: VoteRow) => ({ id: newUnorderedId(), voteId: row.id, communityId: row.communityId });
const ground = (row: VoteRow) =>
	row.buildingId
		? eq(unit.buildingId, row.buildingId)
		: row.propertyAreaId
			? eq(unit.propertyAreaId, row.propertyAreaId)
			: eq(unit.communityId, row.communityId);

/** One entry per household; who casts for it follows from its members, see the view vote_voter. */
async function ofHouseholds(db: Db, row: VoteRow): Promise<Roll> {
	const rows = await db
		.select({ id: household.id, unit: unit.label, head: household.headName })
		.from(household)
		.innerJoin(unit, eq(unit.id, household.unitId))
		.where(and(isNull(household.endedAt), ground(row)))
		.orderBy(asc(unit.label), asc(household.id));
	const entries = rows.map((h) => ({ ...entryOf(row), key: h.id, label: rollLabel([h.unit], [h.head]) }));
	return { entries, voters: [] };
}

/** One entry per owner set, one for the developer, one for each unit whose owner nobody has approved yet. */
async function ofOwners(db: Db, row: VoteRow): Promise<Roll> {
	const rows = await db
		.select({
			id: unit.id,
			label: unit.label,
			area: unit.areaCenti,
			developer: unit.developer,
			ownerId: ownership.personId,
			name: person.name
		})
		.from(unit)
		.leftJoin(ownership, and(eq(ownership.unitId, unit.id), eq(ownership.state, 'approved')))
		.leftJoin(person, eq(person.id, ownership.personId))
		.where(ground(row))
		.orderBy(asc(unit.label), asc(unit.id));
	const names = new Map(rows.map((r) => [r.ownerId, r.name]));
	const labels = new Map(rows.map((r) => [r.id, r.label]));
	const units = [...Map.groupBy(rows, (r) => r.id).values()].map((of) => {
		const { id, area, developer } = of[0]!;
		const owners = of.flatMap((r) => r.ownerId ?? []);
		return { id, area, owners: developer ? [DEVELOPER] : owners.length > 0 ? owners : [`unit:${id}`] };
	});
	const roll: Roll = { entries: [], voters: [] };
	for (const { key, owners, units: ids, area } of ownersRoll(units)) {
		const people = owners.filter((owner) => names.has(owner));
		const entry: Entry = {
			...entryOf(row),
			key,
			label: rollLabel(
				ids.map((id) => labels.get(id)!),
				people.map((owner) => names.get(owner)!),
				key === DEVELOPER
			),
			areaCenti: area,
			developer: key === DEVELOPER,
			unitIds: ids
		};
		roll.entries.push(entry);
		for (const personId of people) {
			roll.voters.push({ id: newUnorderedId(), voteId: row.id, entryId: entry.id, personId });
		}
	}
	return roll;
}

/** The roll as the record and its hash write it. */
export async function rollLines(db: Db, voteId: string): Promise<RollLine[]> {
	const rows = await db.select().from(rollEntry).where(eq(rollEntry.voteId, voteId));
	return rows.map((e) => ({
		entry: e.id,
		label: e.label,
		area: formatArea(e.areaCenti),
		classes: e.class ? [e.class] : []
	}));
}
