import { asc, eq, inArray } from 'drizzle-orm';
import { clockOf, familyOf, isOpen, type CaseClock, type ClockKind } from '#lib/domain/cases/case.ts';
import { maySee, maySeeReporter, maySeeState, offeredActs } from '#lib/domain/cases/cases.policy.ts';
import type { CaseEntry } from '#lib/domain/cases/entry.ts';
import type { TimelineEntry } from '#lib/domain/cases/view.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { gridCase, link, organisation, person } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import { attachmentsOf } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { caseLines } from './lines.ts';
import { loadCase, type LoadedCase } from './load-case.ts';

export type CasePage = Awaited<ReturnType<typeof pageOf>>;

/**
 * Everything the page of a case shows to this reader. Somebody who may only know how it stands gets no words, no
 * persons, no photos. Refusals: `form.not-found`, `form.sign-in`.
 */
export async function casePage(ctx: Context, communityCode: string, number: string): Promise<Result<CasePage>> {
	const loaded = await loadCase(ctx.database.db, { number });
	if (!loaded || loaded.facts.communityCode !== communityCode) return refuse('form.not-found');
	const known = maySeeState(ctx.actor, loaded.facts);
	return known.ok ? ok(await pageOf(ctx, loaded)) : known;
}

async function pageOf(ctx: Context, { row, facts, entries }: LoadedCase) {
	const { db } = ctx.database;
	const now = await readNow(db);
	const full = maySee(ctx.actor, facts).ok;
	const named = maySeeReporter(ctx.actor, facts);
	const [line] = await caseLines(db, eq(gridCase.id, row.id));
	const files = full ? await attachmentsOf(db, 'case', [row.id], now) : new Map();
	return {
		// where exactly it is tells who reported it
		line: full || facts.public ? line! : { ...line!, place: '' },
		full,
		category: { code: facts.category.code, name: facts.category.name },
		description: full ? row.description : null,
		result: full ? row.result : null,
		reporter: full && named && row.reporterId ? await nameOf(ctx, row.reporterId) : null,
		reporterIsMe: ctx.actor?.personId === row.reporterId,
		publicInterest: facts.publicInterest,
		photos: files.get(row.id) ?? [],
		clocks: { level: view(clockOf(facts, 'level')), resident: isOpen(facts.state) ? row.residentDueAt : null },
		timeline: await timelineOf(ctx, entries, { row, full, named }),
		offered: full ? offeredActs(ctx.actor, facts, now) : [],
		outcome: row.outcome,
		/** Hours of the extension that is asked for. */
		extensionHours: facts.history.extensionAsked === null ? null : facts.history.extensionAsked / 60,
		sources: await sourcesOf(ctx, row.id),
		related: full ? await relatedOf(ctx, row) : []
	};
}

const view = (clock: CaseClock | undefined) =>
	clock ? { startedAt: clock.startedAt, dueAt: clock.dueAt, provisional: clock.provisional } : null;

async function nameOf(ctx: Context, id: string): Promise<string | null> {
	const [row] = await ctx.database.db.select({ name: person.name }).from(person).where(eq(person.id, id));
	return row?.name ?? null;
}

/** Where it was raised. */
async function sourcesOf({ database }: Context, caseId: string) {
	return database.db
		.select({ type: link.fromType, id: link.fromId, block: link.fromBlock })
		.from(link)
		.where(eq(link.toId, caseId))
		.orderBy(asc(link.id));
}

/** The case it follows, came back after, or that follow it. */
async function relatedOf(ctx: Context, row: LoadedCase['row']) {
	const { db } = ctx.database;
	const followers = await db.select({ id: gridCase.id }).from(gridCase).where(eq(gridCase.masterId, row.id));
	const ids = [row.masterId, row.recurrenceOf, ...followers.map(({ id }) => id)].filter((id) => id !== null);
	if (!ids.length) return [];
	const lines = await caseLines(db, inArray(gridCase.id, ids));
	const seen = [];
	for (const line of lines) {
		const other = await loadCase(db, { id: line.id });
		if (!other || !maySee(ctx.actor, other.facts).ok) continue;
		const how = line.id === row.masterId ? 'master' : line.id === row.recurrenceOf ? 'recurrence' : 'follower';
		seen.push({ how: how as 'master' | 'recurrence' | 'follower', line });
	}
	return seen;
}

async function timelineOf(
	ctx: Context,
	entries: CaseEntry[],
	{ row, full, named }: { row: LoadedCase['row']; full: boolean; named: boolean }
): Promise<TimelineEntry[]> {
	const unitIds = (entry: CaseEntry) => [entry.data.unit, entry.data.department, entry.data.departments].flat();
	const organisations = await namesOf(
		ctx,
		'organisation',
		entries.flatMap((e) => [e.organisationId, ...unitIds(e)])
	);
	const persons = await namesOf(
		ctx,
		'person',
		entries.map((e) => e.actorId)
	);
	const openly = named || row.reporterOrganisationId !== null;
	return entries.map((entry) => {
		const byReporter = entry.actorId !== null && entry.actorId === row.reporterId && !entry.organisationId;
		const units = unitIds(entry).flatMap((id) => organisations.get(String(id)) ?? []);
		const { readings: _, ...data } = entry.data;
		return {
			seq: entry.seq,
			command: entry.command,
			at: entry.at,
			clock: typeof entry.data.clock === 'string' ? familyOf(entry.data.clock as ClockKind) : null,
			dueAt: entry.dueAt,
			fromState: entry.fromState,
			toState: entry.toState,
			fromLevel: entry.fromLevel,
			toLevel: entry.toLevel,
			reason: full ? entry.reason : null,
			data: full ? data : {},
			organisation: organisations.get(entry.organisationId ?? '') ?? null,
			person: full && (!byReporter || openly) ? (persons.get(entry.actorId ?? '') ?? null) : null,
			byReporter,
			unit: units.join('、') || null
		};
	});
}

async function namesOf(ctx: Context, of: 'organisation' | 'person', ids: unknown[]): Promise<Map<string, string>> {
	const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
	if (!wanted.length) return new Map();
	const table = of === 'organisation' ? organisation : person;
	const rows = await ctx.database.db
		.select({ id: table.id, name: table.name })
		.from(table)
		.where(inArray(table.id, wanted));
	return new Map(rows.map(({ id, name }) => [id, name]));
}
