import { dayOf } from '#lib/domain/shared/working-time.ts';
import type { Category } from '#lib/domain/cases/categories.ts';
import { areaAt } from '#lib/domain/cases/case.ts';
import { caseCategory, caseEntry, counter, gridCase, whistle } from '../../../schema/index.ts';
import { AMENITIES } from '../../data/cases/amenities.ts';
import { COMPLAINTS } from '../../data/cases/complaints.ts';
import { EMERGENCIES } from '../../data/cases/emergencies.ts';
import { HAZARDS } from '../../data/cases/hazards.ts';
import { SERVICES } from '../../data/cases/services.ts';
import { UNDER_WAY_UPKEEP } from '../../data/cases/under-way-upkeep.ts';
import { UNDER_WAY_WHOSE } from '../../data/cases/under-way-whose.ts';
import { insertRows } from '../../../insert-rows.ts';
import { need, type Row, type World } from '../../world.ts';
import { actorOf } from '../actors.ts';
import { REMEMBERED } from '../close-year.ts';
import { playCase, type Stage } from './play-case.ts';
import type { PlayedCase } from './played-case.ts';
import { routineStories } from './routine-stories.ts';

/** A year of cases: told by the rules one after the other, numbered in order of report, written at once. */
export async function makeCases(world: World): Promise<void> {
	const { db } = world;
	const categories = await db.select().from(caseCategory);
	const cases = playCases(world, categories);
	const numbers = numberCases(world, cases);
	await insertRows(
		db,
		gridCase,
		cases.map((played) => caseRow(played, numbers.get(played.id)!))
	);
	await insertRows(
		db,
		caseEntry,
		cases.flatMap(({ entries }) => entries)
	);
	await insertRows(
		db,
		whistle,
		cases.flatMap(({ whistles }) => whistles)
	);
	await insertRows(db, counter, countersOf([...numbers.values()]));
	for (const played of cases) {
		world.cases.set(played.story.key, {
			id: played.id,
			number: numbers.get(played.id)!,
			communityId: played.communityId,
			at: played.facts.submittedAt!,
			reporterId: played.reporter.personId
		});
		leaveTraces(world, played, numbers.get(played.id)!);
	}
}

/** All stories in the order of their reports. Throws where the rules refuse one. */
export function playCases(world: World, categories: readonly Category[]): PlayedCase[] {
	const actors = new Map<string, ReturnType<typeof actorOf>>();
	const stage: Stage = {
		world,
		categories: new Map(categories.map((category) => [category.code, category])),
		cases: new Map(),
		actor: (id) => actors.get(id) ?? actors.set(id, actorOf(world, id)).get(id)!
	};
	return [
		...EMERGENCIES,
		...HAZARDS,
		...COMPLAINTS,
		...AMENITIES,
		...SERVICES,
		...UNDER_WAY_UPKEEP,
		...UNDER_WAY_WHOSE,
		...routineStories(world)
	]
		.map((story) => playCase(stage, story))
		.sort((a, b) => a.facts.submittedAt!.getTime() - b.facts.submittedAt!.getTime());
}

/** FLY-2026-0147: letters of the community, the year, the number in it. */
function numberCases(world: World, cases: readonly PlayedCase[]): Map<string, string> {
	const last = new Map<string, number>();
	return new Map(
		cases.map(({ id, facts }) => {
			const prefix = `${need(world.areas, facts.communityCode).letters}-${dayOf(facts.submittedAt!).slice(0, 4)}`;
			last.set(prefix, (last.get(prefix) ?? 0) + 1);
			return [id, `${prefix}-${String(last.get(prefix)).padStart(4, '0')}`];
		})
	);
}

function countersOf(numbers: readonly string[]): Row<'counter'>[] {
	const highest = new Map(numbers.map((number) => [number.slice(0, -5), Number(number.slice(-4))]));
	return [...highest].map(([prefix, value]) => ({ scope: `case-number:${prefix}`, value }));
}

function caseRow({ facts, story, building, ...played }: PlayedCase, number: string): Row<'gridCase'> {
	if (facts.state === 'draft') throw new Error(`Case ${story.key} was never submitted.`);
	return {
		id: played.id,
		communityId: played.communityId,
		number,
		title: story.title,
		description: story.description,
		categoryCode: facts.category.code,
		class: facts.class,
		level: facts.level,
		state: facts.state,
		supervised: facts.supervised,
		publicInterest: facts.publicInterest,
		public: facts.public,
		place: story.place,
		buildingId: building?.id,
		gridId: building?.gridId,
		longitude: building?.longitude,
		latitude: building?.latitude,
		deskCode: areaAt(facts.communityCode, facts.level),
		unitOrganisationId: facts.unit?.organisationId,
		handlerId: facts.handlerId,
		reporterId: facts.reporterId,
		reporterOrganisationId: played.reporterOrganisationId,
		reporterVisible: facts.reporterShownToHandler,
		aboutOrganisationId: facts.against?.organisationId,
		masterId: facts.masterId,
		submittedAt: facts.submittedAt!,
		residentDueAt: facts.reporterDueAt!,
		...played.step,
		stopped: facts.stopped,
		result: played.result,
		endedAt: facts.endedAt,
		outcome: facts.outcome,
		revision: played.entries.length,
		createdAt: facts.submittedAt!
	};
}

/** Clocks, audit, what people were told. */
function leaveTraces({ history, calendar }: World, played: PlayedCase, number: string): void {
	const { id, communityId, facts, story } = played;
	// a warning that was never given is nothing to remember
	for (const row of played.clocks) if (!row.cancelledAt || !row.kind.startsWith('warn:')) history.clock(row);
	for (const { command, at, actorId, organisationId, fromState, fromLevel, toState, toLevel } of played.entries) {
		const data = { from: [fromState, fromLevel], to: [toState, toLevel] };
		history.audit({
			at,
			act: `cases.${command}`,
			subject: ['case', id],
			areaId: communityId,
			actorId,
			organisationId,
			data
		});
	}
	for (const { at, kind, personIds } of played.told) {
		if (at < calendar.at(-REMEMBERED)) continue;
		for (const personId of personIds)
			history.notify({
				personId,
				areaId: communityId,
				kind,
				subjectType: 'case',
				subjectId: id,
				params: { number, title: story.title },
				href: `/c/${facts.communityCode}/cases/${number}`,
				readAt: at < calendar.at(-2) ? new Date(at.getTime() + 3 * 3_600_000) : null,
				createdAt: at
			});
	}
}
