import { registerDisclosure } from '../../../../disclosure/index.ts';
import { registerMeetings } from '../../../../meetings/index.ts';
import { registerVotes } from '../../../../votes/index.ts';
import { SINGLE } from '../../data/disclosures/index.ts';
import { TALK } from '../../data/talk.ts';
import { need, type World } from '../../world.ts';
import type { Telling } from '../telling.ts';
import { commentsUnder } from './comments.ts';
import { issuesOf } from './issues.ts';
import { minutesOf, resultsOf } from './sources.ts';
import { publish, type Publication } from './publish.ts';

/**
 * A year of what was published: minutes and results within their terms, the catalogue period after period, notices; and
 * what neighbours said of it, of votes and of meetings. What would lie ahead of the seeding is left out.
 */
export async function tellDisclosures(world: World, telling: Telling): Promise<void> {
	registerDisclosure();
	registerMeetings();
	registerVotes();
	const { calendar } = world;
	const all: Publication[] = [
		...minutesOf(world),
		...(await resultsOf(world)),
		...(await issuesOf(world)),
		...SINGLE.map((story) => {
			const [day, time] = story.at;
			return { ...story, day, at: calendar.at(calendar.workday(day, 'before'), time) };
		})
	];
	for (const publication of all.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
		if (publication.at > calendar.justNow()) continue;
		const id = await publish(world, telling, publication);
		await commentsUnder(world, telling, ['disclosure', id], publication.at, publication.comments ?? []);
	}
	for (const { about, since, comments } of TALK) {
		const [type, key] = about;
		const id = type === 'vote' ? need(world.votes, key) : need(world.meetings, key).id;
		await commentsUnder(world, telling, [type, id], calendar.at(since), comments);
	}
}
