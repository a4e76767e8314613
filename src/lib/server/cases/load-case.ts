import { and, asc, eq, isNull, notLike } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { levelOfArea, type CaseClock, type CaseFacts, type ClockKind } from '#lib/domain/cases/case.ts';
import { historyOf, type CaseEntry } from '#lib/domain/cases/entry.ts';
import type { Limit } from '#lib/domain/shared/working-time.ts';
import type { Db } from '../db/client.ts';
import { area, caseCategory, caseEntry, clock, gridCase, organisation } from '../db/schema/index.ts';

export type CaseRow = typeof gridCase.$inferSelect;

export interface LoadedCase {
	row: CaseRow;
	facts: CaseFacts;
	entries: CaseEntry[];
}

/** A clock row of a case carries what the rules ask of it. */
export interface ClockData {
	startedAt: string;
	limit: Limit;
	provisional: boolean;
}

const unit = alias(organisation, 'unit');
const unitArea = alias(area, 'unit_area');
const about = alias(organisation, 'about');
const aboutArea = alias(area, 'about_area');

/**
 * A case with what the rules ask of it: its category, its unit, its running clocks, its history. `lock` keeps others
 * from changing it until the transaction ends.
 */
export async function loadCase(
	db: Db,
	by: { id: string } | { number: string },
	{ lock = false } = {}
): Promise<LoadedCase | undefined> {
	const found = db
		.select({ row: gridCase, communityCode: area.code, category: caseCategory, unit, unitArea, about, aboutArea })
		.from(gridCase)
		.innerJoin(area, eq(area.id, gridCase.communityId))
		.innerJoin(caseCategory, eq(caseCategory.code, gridCase.categoryCode))
		.leftJoin(unit, eq(unit.id, gridCase.unitOrganisationId))
		.leftJoin(unitArea, eq(unitArea.id, unit.areaId))
		.leftJoin(about, eq(about.id, gridCase.aboutOrganisationId))
		.leftJoin(aboutArea, eq(aboutArea.id, about.areaId))
		.where('id' in by ? eq(gridCase.id, by.id) : eq(gridCase.number, by.number));
	const [one] = await (lock ? found.for('update', { of: gridCase }) : found);
	if (!one) return undefined;
	const { row } = one;
	const entries = await entriesOf(db, row.id);
	const facts: CaseFacts = {
		id: row.id,
		state: row.state,
		level: row.level,
		class: row.class,
		category: one.category,
		communityCode: one.communityCode,
		reporterId: row.reporterId,
		reporterShownToHandler: row.reporterVisible,
		against: one.about && { organisationId: one.about.id, level: levelOfArea(one.aboutArea!.code) },
		publicInterest: row.publicInterest,
		public: row.public,
		supervised: row.supervised,
		unit: one.unit && { organisationId: one.unit.id, kind: one.unit.kind, areaCode: one.unitArea!.code },
		handlerId: row.handlerId,
		masterId: row.masterId,
		submittedAt: row.submittedAt,
		reporterDueAt: row.residentDueAt,
		endedAt: row.endedAt,
		outcome: row.outcome,
		stopped: row.stopped,
		clocks: await runningClocks(db, row.id),
		history: historyOf(entries)
	};
	return { row, facts, entries };
}

async function entriesOf(db: Db, caseId: string): Promise<CaseEntry[]> {
	const rows = await db.select().from(caseEntry).where(eq(caseEntry.caseId, caseId)).orderBy(asc(caseEntry.seq));
	return rows as CaseEntry[];
}

async function runningClocks(db: Db, caseId: string): Promise<CaseClock[]> {
	const rows = await db
		.select()
		.from(clock)
		.where(
			and(
				eq(clock.subjectType, 'case'),
				eq(clock.subjectId, caseId),
				notLike(clock.kind, 'warn:%'),
				isNull(clock.firedAt),
				isNull(clock.cancelledAt)
			)
		);
	return rows.map(({ kind, dueAt, data }) => {
		const { startedAt, limit, provisional } = data as unknown as ClockData;
		return { kind: kind as ClockKind, startedAt: new Date(startedAt), dueAt, limit, provisional };
	});
}
