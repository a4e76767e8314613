import { eq, inArray } from 'drizzle-orm';
import { buildingOrdinal } from '#lib/domain/community/unit-label.ts';
import type { ImportPlan } from '#lib/domain/identity/register-file/plan.ts';
import { building, household, ownership, person, personSecret, residency, unit } from '../../db/schema/index.ts';
import type { Act } from '../../platform/act.ts';
import { newId } from '../../platform/ids.ts';
import { endResidence } from '../confirm-residence.ts';
import { sealPersonSecrets, storePersonSecrets } from '../person-secrets.ts';

/** Writes what an import has planned, in the act's transaction. The policy has been asked. */
export async function writePlan(a: Act, communityId: string, plan: ImportPlan): Promise<void> {
	await writePlaces(a, communityId, plan);
	await writePeople(a, plan);
	await writeBelonging(a, communityId, plan);
	for (const { householdId, personId } of plan.left.residents) {
		await endResidence(a, householdId, personId, 'not-on-list');
	}
	for (const some of chunks(plan.left.owners)) {
		const ended = { state: 'ended' as const, reason: 'not-on-list', decidedBy: a.actor!.personId, decidedAt: a.now };
		await a.db
			.update(ownership)
			.set(ended)
			.where(
				inArray(
					ownership.id,
					some.map(({ id }) => id)
				)
			);
	}
}

async function writePlaces(a: Act, communityId: string, { buildings, units, households }: ImportPlan): Promise<void> {
	for (const some of chunks(buildings)) {
		await a.db
			.insert(building)
			.values(some.map((row) => ({ ...row, communityId, ordinal: buildingOrdinal(row.name) })));
	}
	for (const some of chunks(units.added)) {
		await a.db.insert(unit).values(some.map((row) => ({ ...row, communityId })));
	}
	for (const { id, floor, areaCenti, areaSource, developer } of units.changed) {
		await a.db.update(unit).set({ floor, areaCenti, areaSource, developer }).where(eq(unit.id, id));
	}
	for (const some of chunks(households.added)) {
		await a.db.insert(household).values(some.map((row) => ({ ...row, communityId, createdAt: a.now })));
	}
	for (const { id, ...facts } of households.changed) {
		await a.db.update(household).set(facts).where(eq(household.id, id));
	}
}

async function writePeople(a: Act, { people, secrets }: ImportPlan): Promise<void> {
	for (const some of chunks(people.added)) {
		await a.db.insert(person).values(some.map((row) => ({ ...row, createdAt: a.now })));
	}
	for (const { id, adult } of people.grown) await a.db.update(person).set({ adult }).where(eq(person.id, id));
	const added = new Set(people.added.map(({ id }) => id));
	const fresh = secrets.filter(({ personId }) => added.has(personId));
	for (const some of chunks(fresh)) {
		const rows = some.map(({ personId, ...fields }) => ({ ...sealPersonSecrets(personId, fields), updatedAt: a.now }));
		await a.db.insert(personSecret).values(rows);
	}
	for (const { personId, ...fields } of secrets) {
		if (!added.has(personId)) await storePersonSecrets(a.db, personId, fields);
	}
}

async function writeBelonging(a: Act, communityId: string, { residencies, ownerships }: ImportPlan): Promise<void> {
	const decided = { decidedBy: a.actor!.personId, decidedAt: a.now };
	for (const some of chunks(residencies.added)) {
		await a.db.insert(residency).values(
			some.map((row) => ({
				...{ id: newId(), communityId, state: 'confirmed' as const, via: 'list' as const, createdAt: a.now },
				...{ ...row, ...decided }
			}))
		);
	}
	for (const some of chunks(residencies.confirmed)) {
		await a.db
			.update(residency)
			.set({ state: 'confirmed', ...decided })
			.where(inArray(residency.id, some));
	}
	for (const some of chunks(ownerships.added)) {
		await a.db.insert(ownership).values(
			some.map((row) => ({
				id: newId(),
				communityId,
				state: 'approved' as const,
				createdAt: a.now,
				...row,
				...decided
			}))
		);
	}
	for (const { id, ...facts } of ownerships.changed) {
		await a.db
			.update(ownership)
			.set({ ...facts, state: 'approved', ...decided })
			.where(eq(ownership.id, id));
	}
}

/** PostgreSQL takes at most 65,535 parameters a statement. */
function chunks<T>(list: readonly T[], size = 1000): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
