import { and, desc, eq, gt } from 'drizzle-orm';
import { areaAt, type CaseFacts } from '#lib/domain/cases/case.ts';
import { emergencyNumbers } from '#lib/domain/cases/danger-words.ts';
import { historyOf } from '#lib/domain/cases/entry.ts';
import { RECURRENCE } from '#lib/domain/cases/limits.ts';
import { transition } from '#lib/domain/cases/transitions.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { lengthOf } from '#lib/domain/shared/working-time.ts';
import { gridCase } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import { nextCaseNumber } from './case-number.ts';
import { stepOf, writeTransition } from './write-transition.ts';

/** What a new case is made of, looked up and allowed already. */
export interface NewCase {
	community: { id: string; code: string; letters: string | null };
	category: CaseFacts['category'];
	title: string;
	description: string;
	place: string;
	building: { id: string; gridId: string | null; longitude: string | null; latitude: string | null } | null;
	reporterOrganisationId: string | null;
	reporterVisible: boolean;
	against: CaseFacts['against'];
	public: boolean;
}

/**
 * Submits a new case: draft → submitted, with its number and its first clocks. Part of an act. `numbersShown`: the
 * reporter has seen which emergency numbers to call.
 */
export async function openCase(
	a: Act,
	given: NewCase,
	numbersShown: boolean
): Promise<Result<{ id: string; number: string }>> {
	const text = `${given.title} ${given.description} ${given.place}`;
	const draft = draftOf(a, given, emergencyNumbers(text).length > 0);
	const submitted = transition(draft, { act: 'submit', numbersShown, text, placed: given.place !== '' }, a.now);
	if (!submitted.ok) return submitted;
	const { after } = submitted.value;
	const [row] = await a.db
		.insert(gridCase)
		.values({
			id: draft.id,
			communityId: given.community.id,
			number: await nextCaseNumber(a, given.community),
			title: given.title,
			description: given.description,
			categoryCode: given.category.code,
			class: after.class,
			level: after.level,
			state: 'submitted',
			public: given.public,
			place: given.place,
			buildingId: given.building?.id,
			gridId: given.building?.gridId,
			longitude: given.building?.longitude,
			latitude: given.building?.latitude,
			deskCode: areaAt(after.communityCode, after.level),
			reporterId: draft.reporterId,
			reporterOrganisationId: given.reporterOrganisationId,
			reporterVisible: given.reporterVisible,
			aboutOrganisationId: given.against?.organisationId,
			recurrenceOf: await recurrenceOf(a, given),
			submittedAt: a.now,
			residentDueAt: after.reporterDueAt!,
			...stepOf(draft, after)
		})
		.returning();
	await writeTransition(a, { row: row!, facts: draft, entries: [] }, submitted.value, given.reporterOrganisationId);
	return ok({ id: draft.id, number: row!.number });
}

/** Words of danger make it class A until a desk has looked: the street's duty desk is there day and night. */
function draftOf(a: Act, given: NewCase, danger: boolean): CaseFacts {
	return {
		id: newId(),
		state: 'draft',
		level: 'micro',
		class: danger ? 'A' : given.category.defaultClass,
		category: given.category,
		communityCode: given.community.code,
		reporterId: a.actor?.personId ?? null,
		reporterShownToHandler: given.reporterVisible,
		against: given.against,
		publicInterest: false,
		public: given.public,
		supervised: false,
		unit: null,
		handlerId: null,
		masterId: null,
		submittedAt: null,
		reporterDueAt: null,
		endedAt: null,
		outcome: null,
		stopped: null,
		clocks: [],
		history: historyOf([])
	};
}

/** A like matter at the same building that was closed within the last 30 days. */
async function recurrenceOf(a: Act, { category, building }: NewCase): Promise<string | null> {
	if (!building) return null;
	const since = new Date(a.now.getTime() - lengthOf(RECURRENCE) * 60_000);
	const [before] = await a.db
		.select({ id: gridCase.id })
		.from(gridCase)
		.where(
			and(
				eq(gridCase.buildingId, building.id),
				eq(gridCase.categoryCode, category.code),
				eq(gridCase.state, 'closed'),
				gt(gridCase.endedAt, since)
			)
		)
		.orderBy(desc(gridCase.endedAt))
		.limit(1);
	return before?.id ?? null;
}
