import { registerDisclosure } from '../../../../disclosure/index.ts';
import { registerMeetings } from '../../../../meetings/index.ts';
import { registerVotes } from '../../../../votes/index.ts';
import { SINGLE } from '../../data/disclosures/index.ts';
import type { World } from '../../world.ts';
import type { Telling } from '../telling.ts';
import { commentsUnder } from './comments.ts';
import { issuesOf } from './issues.ts';
import { minutesOf, resultsOf } from './sources.ts';
import { publish, type Publication } from './publish.ts';

/**
 * A year of what was published: minutes and results within their terms, the catalogue period after period, notices; and
 * what neighbours said of it. What would lie ahead of the seeding is left out.
 */
export async function tellDisclosures(world: World, telling: Telling): Promise<void> {
	registerDisclosure();
	registerMeetings();
	registerVotes();
	const all: Publication[] = [
		...minutesOf(world),
		...(await resultsOf(world)),
		...(await issuesOf(world)),
		...SINGLE.map((story) => ({ ...story, at: world.calendar.at(...story.at) }))
	];
	for (const publication of all.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
		if (publication.at > world.calendar.justNow()) continue;
		const id = await publish(world, telling, publication);
		await commentsUnder(world, telling, ['disclosure', id], publication.at, publication.comments ?? []);
	}
}
