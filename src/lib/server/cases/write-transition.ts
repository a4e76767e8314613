import { and, eq, sql } from 'drizzle-orm';
import { areaAt, boardAreas, type CaseFacts } from '#lib/domain/cases/case.ts';
import { STEP_CLOCK, warningsOf } from '#lib/domain/cases/clocks.ts';
import type { Transition } from '#lib/domain/cases/transitions.ts';
import { OFFICE } from '#lib/domain/shared/working-time.ts';
import { caseEntry, gridCase, whistle } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { cancelClocks, setClocks } from '../platform/clocks.ts';
import { newId } from '../platform/ids.ts';
import type { ClockData, LoadedCase } from './load-case.ts';
import { tell, toldOf } from './tell.ts';

/**
 * Writes what a transition changes: the case, its immutable entry, its clocks with their warnings, the audit row and the
 * news, all in the act's transaction. The case must have been loaded with its lock.
 */
export async function writeTransition(
	a: Act,
	{ row, facts, entries }: LoadedCase,
	transition: Transition,
	organisationId: string | null
): Promise<void> {
	const { after, entry } = transition;
	await a.db
		.update(gridCase)
		.set({ ...columnsOf(transition), ...stepOf(facts, after), revision: sql`${gridCase.revision} + 1` })
		.where(eq(gridCase.id, row.id));
	await a.db.insert(caseEntry).values({
		...entry,
		id: newId(),
		caseId: row.id,
		seq: entries.length,
		actorId: a.actor?.personId ?? null,
		organisationId,
		at: a.now
	});
	await writeClocks(a, row.id, transition);
	await writeWhistles(a, row.id, transition);
	await a.audit({
		act: `cases.${entry.command}`,
		subject: ['case', row.id],
		areaId: row.communityId,
		organisationId: organisationId ?? undefined,
		data: { from: [entry.fromState, entry.fromLevel], to: [entry.toState, entry.toLevel] }
	});
	await announce(a, row, facts, after);
	await tell(a, row, after, toldOf(transition), transition.tell);
}

function columnsOf({ changes, after, entry }: Transition) {
	const { category, unit, submittedAt: _, reporterDueAt, state, ...plain } = changes;
	return {
		...plain,
		...(state && state !== 'draft' ? { state } : {}),
		...(category ? { categoryCode: category.code } : {}),
		...(unit === undefined ? {} : { unitOrganisationId: unit?.organisationId ?? null }),
		...(reporterDueAt ? { residentDueAt: reporterDueAt } : {}),
		...(entry.command === 'finish' ? { result: entry.reason } : {}),
		deskCode: areaAt(after.communityCode, after.level)
	};
}

/** The clock of the step that has begun. One that ran out stays to be seen as overdue while the step lasts. */
export function stepOf(before: Pick<CaseFacts, 'state'>, after: CaseFacts) {
	const clock = after.clocks.find(({ kind }) => kind === STEP_CLOCK[after.state]);
	if (!clock && before.state === after.state) return {};
	return {
		stepStartedAt: clock?.startedAt ?? null,
		stepDueAt: clock?.dueAt ?? null,
		stepProvisional: clock?.provisional ?? false
	};
}

async function writeClocks(a: Act, caseId: string, { clocks }: Pick<Transition, 'clocks'>): Promise<void> {
	const warnings = (kind: string) => [`warn:${kind}:50`, `warn:${kind}:80`];
	const gone = [...clocks.cancel, ...clocks.set.map(({ kind }) => kind)];
	if (gone.length)
		await cancelClocks(
			a,
			['case', caseId],
			gone.flatMap((kind) => [kind, ...warnings(kind)])
		);
	await setClocks(
		a,
		['case', caseId],
		clocks.set.flatMap((clock) => {
			const { kind, startedAt, dueAt, limit, provisional } = clock;
			const data: ClockData = { startedAt: startedAt.toISOString(), limit, provisional };
			const ahead = warningsOf(clock, OFFICE).filter(({ at }) => at.at > a.now && at.at < dueAt);
			return [
				{ kind, dueAt, data: { ...data } },
				...ahead.map(({ warning, at }) => ({ kind: `warn:${kind}:${warning}`, dueAt: at.at, data: {} }))
			];
		})
	);
}

/** Which departments were called, so that each finds it on its own list. */
async function writeWhistles(a: Act, caseId: string, { clocks, entry }: Transition): Promise<void> {
	const { command, data } = entry;
	if (command === 'whistle') {
		await a.db.insert(whistle).values(
			clocks.set.map(({ kind, dueAt }) => ({
				id: newId(),
				caseId,
				organisationId: kind.slice('report-in:'.length),
				dueAt
			}))
		);
	}
	if (command === 'report-in') {
		await a.db
			.update(whistle)
			.set({ reportedAt: a.now, reportedBy: a.actor?.personId })
			.where(and(eq(whistle.caseId, caseId), eq(whistle.organisationId, String(data.department))));
	}
}

/** Topics that show the case: itself, the boards of the desks over its ground, the lists of the units that had or have it. */
async function announce(a: Act, row: LoadedCase['row'], before: CaseFacts, after: CaseFacts): Promise<void> {
	const topics = new Set([`case:${row.id}`, ...boardAreas(after).map((code) => `case-board:${code}`)]);
	for (const facts of [before, after]) {
		if (facts.unit) topics.add(`case-unit:${facts.unit.organisationId}`);
	}
	for (const topic of topics) {
		const payload = { case: row.id, state: after.state, level: after.level };
		await a.emit({ topic, kind: 'case-moved', areaId: row.communityId, payload });
	}
}
