import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CaseLine } from '#lib/domain/cases/view.ts';
import type { Db } from '../db/client.ts';
import { area, gridCase, organisation, person } from '../db/schema/index.ts';

const unit = alias(organisation, 'unit');
const handler = alias(person, 'handler');

/** Cases that match, most pressing first: overdue, then by what is due next, then those without a clock. */
export function caseLines(
	db: Db,
	where: SQL | undefined,
	{ limit = 200, offset = 0, latestFirst = false } = {}
): Promise<CaseLine[]> {
	const order = latestFirst
		? [sql`${gridCase.submittedAt} desc`]
		: [sql`${gridCase.stepDueAt} asc nulls last`, asc(gridCase.number)];
	const found = db
		.select({
			id: gridCase.id,
			number: gridCase.number,
			title: gridCase.title,
			place: gridCase.place,
			state: gridCase.state,
			level: gridCase.level,
			class: gridCase.class,
			supervised: gridCase.supervised,
			public: gridCase.public,
			outcome: gridCase.outcome,
			communityCode: area.code,
			communityName: area.name,
			unitName: unit.name,
			handlerName: handler.name,
			stepStartedAt: gridCase.stepStartedAt,
			stepDueAt: gridCase.stepDueAt,
			stepProvisional: gridCase.stepProvisional,
			residentDueAt: gridCase.residentDueAt,
			submittedAt: gridCase.submittedAt,
			endedAt: gridCase.endedAt,
			/** Where it came from: `meeting`, `vote` …; null for a report. */
			origin: sql<
				string | null
			>`(select l.from_type from link l where l.to_type = 'case' and l.to_id = ${gridCase.id} limit 1)`
		})
		.from(gridCase)
		.innerJoin(area, eq(area.id, gridCase.communityId))
		.leftJoin(unit, eq(unit.id, gridCase.unitOrganisationId))
		.leftJoin(handler, eq(handler.id, gridCase.handlerId))
		.where(where)
		.orderBy(...order)
		.limit(limit)
		.offset(offset);
	return found.execute();
}
