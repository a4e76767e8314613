import { and, asc, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import { CLOSED_STATES, type CaseFacts } from '#lib/domain/cases/case.ts';
import { departmentsToReport } from '#lib/domain/cases/cases.policy.ts';
import { mayLead } from '#lib/domain/cases/categories.ts';
import type { Act } from '#lib/domain/cases/commands.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { area, building, caseCategory, gridCase, organisation, propertyArea } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { loadCase, type CaseRow } from './load-case.ts';

export interface Choice {
	value: string;
	label: string;
}

/** Kinds of organisations that handle cases. */
const HANDLING: PartyKind[] = [
	'dispatched-agency',
	'property-company',
	'street-office',
	'residents-committee',
	'service-station',
	'party-committee',
	'social-organisation',
	'district-centre'
];

/** What the forms of these acts offer to choose from. */
export async function actChoices(ctx: Context, number: string, offered: readonly Act[]) {
	const loaded = offered.length ? await loadCase(ctx.database.db, { number }) : undefined;
	const needs = (...acts: Act[]) => !!loaded && offered.some((act) => acts.includes(act));
	const own = loaded ? departmentsToReport(ctx.actor, loaded.facts) : [];
	return {
		category: loaded?.facts.category.code ?? '',
		level: loaded?.facts.level ?? ('micro' as const),
		secondExtension: (loaded?.facts.history.extensions ?? 0) > 0,
		categories: needs('accept') ? await categories(ctx) : [],
		units: needs('dispatch', 'uphold', 'send-down') ? await unitsToDispatch(ctx, loaded!.facts) : [],
		departments: needs('whistle') ? await departmentsToWhistle(ctx, loaded!.facts) : [],
		ownDepartments: needs('report-in') ? await organisationsById(ctx, own) : [],
		masters: needs('merge') ? await mastersFor(ctx, loaded!.row) : []
	};
}

/** Organisations over the community that may lead its case, agencies first; never the body complained about. */
async function unitsToDispatch(ctx: Context, facts: CaseFacts): Promise<Choice[]> {
	const units = await organisationsOver(ctx, facts.communityCode, HANDLING);
	return units
		.filter((unit) => unit.id !== facts.against?.organisationId && unit.id !== facts.unit?.organisationId)
		.filter((unit) => mayLead(unit.kind, facts.category))
		.sort((a, b) => HANDLING.indexOf(a.kind) - HANDLING.indexOf(b.kind))
		.map(({ id, name }) => ({ value: id, label: name }));
}

/** Departments a street can whistle for: agencies over the community that were not called yet and do not lead. */
async function departmentsToWhistle(ctx: Context, facts: CaseFacts): Promise<Choice[]> {
	const agencies = await organisationsOver(ctx, facts.communityCode, ['dispatched-agency', 'district-centre']);
	const not = new Set([facts.unit?.organisationId, facts.against?.organisationId, ...facts.history.whistled]);
	return agencies.filter(({ id }) => !not.has(id)).map(({ id, name }) => ({ value: id, label: name }));
}

async function organisationsById(ctx: Context, ids: readonly string[]): Promise<Choice[]> {
	if (!ids.length) return [];
	return ctx.database.db
		.select({ value: organisation.id, label: organisation.name })
		.from(organisation)
		.where(inArray(organisation.id, [...ids]));
}

/** Whom a complaint can be about: whoever works for the community. */
export async function bodiesToComplainAbout(ctx: Context, communityCode: string): Promise<Choice[]> {
	const bodies = await organisationsOver(ctx, communityCode, HANDLING);
	return bodies.map(({ id, name }) => ({ value: id, label: name }));
}

function organisationsOver(ctx: Context, communityCode: string, kinds: PartyKind[]) {
	return ctx.database.db
		.select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(
			and(
				inArray(organisation.kind, kinds),
				isNull(organisation.dissolvedAt),
				sql`starts_with(${communityCode}, ${area.code})`
			)
		)
		.orderBy(sql`length(${area.code}) desc`, asc(organisation.name));
}

async function categories(ctx: Context): Promise<Choice[]> {
	const rows = await ctx.database.db.select().from(caseCategory).orderBy(asc(caseCategory.ordinal));
	return rows.map(({ code, name }) => ({ value: code, label: name }));
}

/** Buildings of the community, by property area. */
export async function buildingsOf(ctx: Context, communityId: string): Promise<(Choice & { group: string })[]> {
	return ctx.database.db
		.select({ value: building.id, label: building.name, group: propertyArea.name })
		.from(building)
		.innerJoin(propertyArea, eq(propertyArea.id, building.propertyAreaId))
		.where(eq(building.communityId, communityId))
		.orderBy(asc(propertyArea.name), asc(building.ordinal));
}

/** Open cases of the same category in the community that a report could be merged into. */
async function mastersFor(ctx: Context, row: CaseRow): Promise<Choice[]> {
	const rows = await ctx.database.db
		.select({ number: gridCase.number, title: gridCase.title, place: gridCase.place })
		.from(gridCase)
		.where(
			and(
				eq(gridCase.communityId, row.communityId),
				eq(gridCase.categoryCode, row.categoryCode),
				ne(gridCase.id, row.id),
				isNull(gridCase.aboutOrganisationId),
				notInArray(gridCase.state, [...(CLOSED_STATES as 'closed'[]), 'merged', 'submitted'])
			)
		)
		.orderBy(asc(gridCase.number))
		.limit(50);
	return rows.map(({ number, title, place }) => ({ value: number, label: `${number} ${title} · ${place}` }));
}
