import { LEVELS, type CaseFacts } from '#lib/domain/cases/case.ts';
import { historyOf } from '#lib/domain/cases/entry.ts';
import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { idAt } from '../../ids.ts';
import { need, type World } from '../../world.ts';
import { partyOf } from '../actors.ts';
import type { Stage } from './play-case.ts';
import type { PlayedCase } from './played-case.ts';
import type { CaseStory } from './story.ts';

/** The case before it is submitted: reporter, place, category. */
export function draftCase({ world, categories, actor }: Stage, story: CaseStory): PlayedCase {
	const communityCode = story.community ?? FENGLINYUAN.code;
	const ground = need(world.grounds, communityCode);
	const reporter = actor(reporterOf(world, story, communityCode));
	const id = idAt(reportedAt(world, story), `case/${story.key}`);
	const category = need(categories, story.category);
	const facts: CaseFacts = {
		id,
		state: 'draft',
		level: 'micro',
		class: category.defaultClass,
		category,
		communityCode,
		reporterId: reporter.personId,
		reporterShownToHandler: story.visible ?? false,
		against: againstOf(world, story, communityCode),
		publicInterest: false,
		public: story.public ?? false,
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
	return {
		story,
		id,
		communityId: ground.area.id,
		facts,
		reporter,
		reporterOrganisationId: story.for ? partyOf(world, communityCode, story.for).id : null,
		building: ground.buildings.find(({ name }) => name === story.building),
		result: null,
		step: {},
		entries: [],
		clocks: [],
		whistles: [],
		photos: [],
		told: []
	};
}

export const reportedAt = ({ calendar }: World, { at }: CaseStory): Date =>
	typeof at === 'string' ? calendar.justNow(Number(at.slice(4))) : calendar.at(...at);

/** Named by the story, else an adult of the building, the same for the same story. */
function reporterOf(world: World, { by, key, building }: CaseStory, communityCode: string): string {
	if (by) return world.staff.get(by)?.id ?? need(world.neighbours, by).id;
	const ground = need(world.grounds, communityCode);
	const homes = need(world.households, communityCode);
	const buildingId = ground.buildings.find(({ name }) => name === building)?.id;
	const near = buildingId ? homes.filter(({ unit }) => unit.buildingId === buildingId) : homes;
	const adults = near.flatMap(({ members }) => members).filter(({ age }) => age >= 22);
	return world.random.fork(`reporter/${key}`).pick(adults).id;
}

function againstOf(world: World, { against }: CaseStory, communityCode: string): CaseFacts['against'] {
	if (!against) return null;
	const party = partyOf(world, communityCode, against);
	return { organisationId: party.id, level: LEVELS[(12 - party.areaCode.length) / 3]! };
}
