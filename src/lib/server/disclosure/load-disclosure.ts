import { and, eq, inArray } from 'drizzle-orm';
import {
	disclosurePolicy,
	type DisclosureAct,
	type DisclosureFacts
} from '#lib/domain/disclosure/disclosure.policy.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import type { Actor } from '#lib/domain/shared/actor.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { inOffice } from '../db/in-office.ts';
import { area, disclosure, disclosureStep, membership, organisation } from '../db/schema/index.ts';

export type DisclosureRow = typeof disclosure.$inferSelect;

/** Steps by which a person has written in a text, and so does not review it. */
export const WRITING: (typeof disclosureStep.$inferSelect)['step'][] = ['draft', 'submit', 'correct'];

export interface LoadedDisclosure {
	row: DisclosureRow;
	facts: DisclosureFacts;
}

/** Id by which links and comments know all versions of a disclosure: that of the first. */
export const seriesOf = (row: Pick<DisclosureRow, 'id' | 'firstId'>): string => row.firstId ?? row.id;

/** A disclosure with what the policy must know. `lock` keeps others from changing it until the transaction ends. */
export async function loadDisclosure(db: Db, id: string, { lock = false } = {}): Promise<LoadedDisclosure | undefined> {
	if (!isId(id)) return undefined;
	const found = db.select().from(disclosure).where(eq(disclosure.id, id));
	const [row] = await (lock ? found.for('update') : found);
	return row && { row, facts: await factsOf(db, row) };
}

async function factsOf(db: Db, row: DisclosureRow): Promise<DisclosureFacts> {
	const [community] = await db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	const writers = await db
		.selectDistinct({ id: disclosureStep.personId })
		.from(disclosureStep)
		.where(and(eq(disclosureStep.disclosureId, row.id), inArray(disclosureStep.step, WRITING)));
	return {
		communityCode: community!.code,
		organisationId: row.organisationId,
		reviewingOrganisationIds: await reviewingOrganisations(db, row.communityId, row.organisationId),
		state: row.state,
		writerIds: [row.authorId, ...writers.map((writer) => writer.id)]
	};
}

/** The organisation where it has a reviewer, else the residents' committee of the community. */
export async function reviewingOrganisations(db: Db, communityId: string, organisationId: string): Promise<string[]> {
	const own = await db
		.select({ id: membership.id })
		.from(membership)
		.where(and(eq(membership.organisationId, organisationId), eq(membership.role, 'reviewer'), inOffice()))
		.limit(1);
	if (own.length) return [organisationId];
	const committees = await db
		.select({ id: organisation.id })
		.from(organisation)
		.where(and(eq(organisation.areaId, communityId), eq(organisation.kind, 'residents-committee')));
	return committees.map((one) => one.id);
}

/** People who hold one of these roles in one of these organisations now. */
export async function holdersOf(
	db: Db,
	organisationIds: readonly string[],
	role: 'publisher' | 'reviewer'
): Promise<string[]> {
	if (!organisationIds.length) return [];
	const rows = await db
		.selectDistinct({ id: membership.personId })
		.from(membership)
		.where(and(inArray(membership.organisationId, [...organisationIds]), eq(membership.role, role), inOffice()));
	return rows.map((row) => row.id);
}

/** The disclosure, locked, if the actor may do `act` to it. Refusals: `form.not-found`, and the policy's. */
export async function disclosureFor(
	db: Db,
	actor: Actor,
	id: string,
	act: DisclosureAct
): Promise<Result<LoadedDisclosure>> {
	const loaded = await loadDisclosure(db, id, { lock: true });
	if (!loaded) return refuse('form.not-found');
	const decision = disclosurePolicy(actor, act, loaded.facts);
	return decision.ok ? ok(loaded) : decision;
}
