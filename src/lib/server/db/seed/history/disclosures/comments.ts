import { FENGLINYUAN } from '../../data/fenglinyuan.ts';
import { addComment } from '../../../../comments/index.ts';
import type { World } from '../../world.ts';
import { partyOf } from '../actors.ts';
import { told, type Telling } from '../telling.ts';
import type { CommentStory } from './story.ts';

/** What is said under something, in order; what would lie ahead of the seeding is left out. */
export async function commentsUnder(
	world: World,
	telling: Telling,
	subject: [type: string, id: string],
	since: Date,
	comments: readonly CommentStory[]
): Promise<void> {
	const { calendar } = world;
	let last: string | undefined;
	for (const { after, by, for: slot, body, answers, stance } of comments) {
		const at = calendar.at(calendar.dayOf(since) + after[0], after[1]);
		if (at > calendar.justNow()) return;
		await telling.at(at);
		const commentFor = slot && partyOf(world, FENGLINYUAN.code, slot).id;
		const input = { comment: body, commentOn: answers ? last : undefined, commentFor, stance };
		last = told(await addComment(await telling.as(by), subject, input), `comment as ${by}`);
	}
}
