import { onPlace } from '../../../../links/index.ts';
import { registerDocuments } from '../../../../meetings/document-roles.ts';
import { describeMeetingPlace, findMeetingPlace } from '../../../../meetings/places.ts';
import { MEETINGS } from '../../data/meetings/index.ts';
import type { World } from '../../world.ts';
import type { Telling } from '../telling.ts';
import { conclusion } from './conclusion.ts';
import { preparation } from './prepare.ts';
import { session } from './session.ts';
import { rowOf, type Stage } from './stage.ts';
import type { MeetingStory } from './story.ts';

/** A year of meetings, and what is under way: each told by the portal's use-cases, moment after moment. */
export async function tellMeetings(world: World, telling: Telling): Promise<void> {
	registerDocuments();
	onPlace('meeting', { find: findMeetingPlace, describe: describeMeetingPlace });
	for (const story of MEETINGS) {
		const stage = await tellMeeting(world, telling, story);
		const { sealedAt } = await rowOf(stage);
		world.meetings.set(story.key, { id: stage.id, items: stage.items, sealedAt });
	}
}

async function tellMeeting(world: World, telling: Telling, story: MeetingStory): Promise<Stage> {
	const { at, until } = story;
	const opens = typeof at === 'string' ? world.calendar.justNow(Number(at.slice(4))) : world.calendar.at(...at);
	const stage: Stage = { world, telling, story, opens, id: '', items: new Map() };
	const events = [
		...preparation(stage),
		...(until === 'collecting' ? [] : session(stage)),
		...(until ? [] : conclusion(stage))
	];
	for (const [moment, happen] of events.toSorted(([a], [b]) => a.getTime() - b.getTime())) {
		await telling.at(moment);
		await happen();
	}
	return stage;
}
