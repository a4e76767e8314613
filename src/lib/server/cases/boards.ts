import { and, eq, gte, inArray, isNull, like, lt, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { CLOSED_STATES, type CaseState } from '#lib/domain/cases/case.ts';
import { maySeeBoard } from '#lib/domain/cases/cases.policy.ts';
import type { CaseLine } from '#lib/domain/cases/view.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { area, gridCase, organisation, whistle } from '../db/schema/index.ts';
import type { Db } from '../db/client.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { caseLines } from './lines.ts';

type Stored = Exclude<CaseState, 'draft'>;
const ENDED = [...CLOSED_STATES, 'merged'] as Stored[];
const open = notInArray(gridCase.state, ENDED);
const FOUR_HOURS = 4 * 3_600_000;

/**
 * What the board of a desk shows. `above`: what went up from its ground; `below`: what lies with the desks under it;
 * `ended`: what is over, at its desk or above, latest first.
 */
export const BOARD_VIEWS = ['here', 'overdue', 'soon', 'above', 'below', 'ended'] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

export interface Board {
	area: { code: string; name: string };
	counts: Record<BoardView, number>;
	lines: CaseLine[];
}

/**
 * The board of a community's, street's or district's desk. A complaint about a body is on the board above it only: it is
 * never below one of that body's own desks. Refusals: `form.not-found`.
 */
export async function deskBoard(ctx: Context, areaCode: string, view: BoardView, page = 1): Promise<Result<Board>> {
	const allowed = maySeeBoard(ctx.actor, areaCode);
	if (!allowed.ok) return allowed;
	const { db } = ctx.database;
	const [place] = await db.select({ code: area.code, name: area.name }).from(area).where(eq(area.code, areaCode));
	if (!place) return { ok: false, refusal: { code: 'form.not-found' } };
	const now = await readNow(db);
	const mine = and(eq(gridCase.deskCode, areaCode), notAboutMine(ctx));
	const below = and(like(gridCase.deskCode, `${areaCode}_%`), notAboutMine(ctx));
	const above = and(wentUpFrom(db, areaCode), notAboutMine(ctx));
	const views: Record<BoardView, SQL | undefined> = {
		here: and(mine, open),
		overdue: and(mine, open, lt(gridCase.stepDueAt, now)),
		soon: and(mine, open, gte(gridCase.stepDueAt, now), lt(gridCase.stepDueAt, new Date(+now + FOUR_HOURS))),
		above: and(above, open),
		below: and(below, open),
		ended: and(or(mine, above), inArray(gridCase.state, ENDED))
	};
	const counts = {} as Board['counts'];
	for (const name of BOARD_VIEWS) counts[name] = await db.$count(gridCase, views[name]);
	const lines = await caseLines(db, views[view], {
		limit: PAGE,
		offset: (page - 1) * PAGE,
		latestFirst: view === 'ended'
	});
	return ok({ area: place, counts, lines });
}
export const PAGE = 50;

/** The desks whose boards the actor may see as their own, with what presses. */
export async function desksOf(ctx: Context) {
	const codes = [
		...new Set(
			(ctx.actor?.memberships ?? [])
				.filter(({ role, areaCode }) => role !== 'handler' && maySeeBoard(ctx.actor, areaCode).ok)
				.map(({ areaCode }) => areaCode)
		)
	];
	const boards = await Promise.all(codes.map((code) => deskBoard(ctx, code, 'here')));
	return boards.flatMap((board) => (board.ok ? [{ ...board.value.area, ...board.value.counts }] : []));
}

/** Cases of the area's ground that a desk above it has. A complaint about a body of the area never came by its desk. */
function wentUpFrom(db: Db, areaCode: string): SQL | undefined {
	const codes = db
		.select({ id: area.id })
		.from(area)
		.where(like(area.code, `${areaCode}%`));
	const bodiesBelow = db
		.select({ id: organisation.id })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(like(area.code, `${areaCode}_%`));
	return and(
		inArray(gridCase.communityId, codes),
		sql`length(${gridCase.deskCode}) < ${areaCode.length}`,
		or(isNull(gridCase.aboutOrganisationId), inArray(gridCase.aboutOrganisationId, bodiesBelow))
	);
}

/** Nobody sees complaints about a body they belong to. */
function notAboutMine({ actor }: Context): SQL | undefined {
	const own = (actor?.memberships ?? []).map((m) => m.organisationId);
	if (!own.length) return undefined;
	return or(sql`${gridCase.aboutOrganisationId} is null`, notInArray(gridCase.aboutOrganisationId, own));
}

/** What lies with the actor's own units, and what their departments were whistled for. */
export async function unitWork(ctx: Context): Promise<CaseLine[]> {
	const units = (ctx.actor?.memberships ?? [])
		.filter((m) => m.role === 'handler' || m.role === 'leader')
		.map((m) => m.organisationId);
	if (!units.length) return [];
	const { db } = ctx.database;
	const whistled = db
		.select({ id: whistle.caseId })
		.from(whistle)
		.where(and(inArray(whistle.organisationId, units), sql`${whistle.reportedAt} is null`));
	const theirs = or(inArray(gridCase.unitOrganisationId, units), inArray(gridCase.id, whistled));
	const working: Stored[] = ['dispatched', 'disputed', 'handling', 'waiting-reporter', 'on-account'];
	return caseLines(db, and(theirs, inArray(gridCase.state, working), notAboutMine(ctx)));
}

/** What the actor has reported or raised, latest first. */
export async function myCases(ctx: Context): Promise<CaseLine[]> {
	if (!ctx.actor) return [];
	return caseLines(ctx.database.db, eq(gridCase.reporterId, ctx.actor.personId), { latestFirst: true });
}

/** What the community may know of: on account, or raised in public. */
export async function publicCases(ctx: Context, communityId: string): Promise<CaseLine[]> {
	const shown = or(eq(gridCase.public, true), eq(gridCase.state, 'on-account'));
	const lines = await caseLines(ctx.database.db, and(eq(gridCase.communityId, communityId), shown), {
		latestFirst: true,
		limit: 50
	});
	return lines.map((line) => (line.public ? line : { ...line, place: '' }));
}
