import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { AdvanceInput } from '#lib/domain/cases/advance.schema.ts';
import type { Unit } from '#lib/domain/cases/case.ts';
import type { CaseCommand } from '#lib/domain/cases/commands.ts';
import type { Category } from '#lib/domain/cases/categories.ts';
import { metresBetween } from '#lib/domain/cases/distance.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { within } from '#lib/domain/shared/actor.ts';
import { area, attachment, caseCategory, organisation } from '../db/schema/index.ts';
import type { Act as Doing } from '../platform/act.ts';
import { loadCase, type CaseRow, type LoadedCase } from './load-case.ts';

/** Turns what a form sent into a command: looks up units, categories and masters, and refuses what is not there. */
export async function resolveCommand(a: Doing, loaded: LoadedCase, input: AdvanceInput): Promise<Result<CaseCommand>> {
	switch (input.act) {
		case 'accept': {
			const category = await findCategory(a, input.category);
			return category ? ok({ ...input, category }) : missing('category');
		}
		case 'dispatch':
		case 'uphold':
		case 'send-down': {
			const unit = await findUnit(a, input.unit, loaded.facts.communityCode);
			return unit ? ok({ ...input, unit }) : missing('unit');
		}
		case 'merge':
			return resolveMerge(a, loaded, input.master);
		case 'sign':
			return ok({ act: 'sign', handlerId: a.actor!.personId });
		case 'ask-extension':
			return ok({ act: input.act, minutes: input.hours * 60, reason: input.reason });
		case 'whistle': {
			const units = await findUnits(a, input.departments, loaded.facts.communityCode);
			return units.length === new Set(input.departments).size ? ok(input) : missing('departments');
		}
		case 'finish':
			return ok({ ...input, photos: await photosByTheUnit(a, loaded) });
		case 'call':
			if (!input.contacted) return ok({ act: 'call', contacted: false, note: input.note });
			if (input.solved === undefined) return missing('solved');
			if (!input.grade) return missing('grade');
			return ok({ act: 'call', contacted: true, solved: input.solved, grade: input.grade, note: input.note });
		default:
			return ok(input);
	}
}

const missing = (field: string) => refuse('form.missing', { field });

async function findCategory(a: Doing, code: string): Promise<Category | undefined> {
	const [row] = await a.db.select().from(caseCategory).where(eq(caseCategory.code, code));
	return row;
}

async function findUnit(a: Doing, id: string, communityCode: string): Promise<Unit | undefined> {
	return (await findUnits(a, [id], communityCode))[0];
}

/** Organisations that reach over the community: its own, its street's, its district's. */
async function findUnits(a: Doing, ids: readonly string[], communityCode: string): Promise<Unit[]> {
	const rows = await a.db
		.select({ organisationId: organisation.id, kind: organisation.kind, areaCode: area.code })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(inArray(organisation.id, [...ids]), isNull(organisation.dissolvedAt)));
	return rows.filter((unit) => within(communityCode, unit.areaCode));
}

async function resolveMerge(a: Doing, { row }: LoadedCase, number: string): Promise<Result<CaseCommand>> {
	const master = await loadCase(a.db, { number }, { lock: true });
	if (!master || master.row.communityId !== row.communityId) return refuse('cases.merge-unknown', { field: 'master' });
	const metres = apart(row, master.row);
	if (metres === null) return refuse('cases.merge-place-unknown', { field: 'master' });
	const { id, state, categoryCode } = master.row;
	return ok({ act: 'merge', master: { id, state, categoryCode, metres } });
}

/** Metres between two cases; null where one has no place on the map. */
function apart(one: CaseRow, other: CaseRow): number | null {
	if (one.buildingId && one.buildingId === other.buildingId) return 0;
	const [a, b] = [one, other].map(({ longitude, latitude }) =>
		longitude && latitude ? { longitude: Number(longitude), latitude: Number(latitude) } : null
	);
	return a && b ? metresBetween(a, b) : null;
}

/** Photos that came with the result, or earlier from whoever works on it. */
async function photosByTheUnit(a: Doing, { row, facts }: LoadedCase): Promise<number> {
	const workers = [...new Set([...facts.history.handledBy, a.actor!.personId])];
	const rows = await a.db
		.select({ mediaType: attachment.mediaType })
		.from(attachment)
		.where(
			and(
				eq(attachment.subjectType, 'case'),
				eq(attachment.subjectId, row.id),
				inArray(attachment.uploadedBy, workers),
				isNull(attachment.removedAt)
			)
		);
	return rows.filter(({ mediaType }) => mediaType.startsWith('image/')).length;
}
