import { registerVoteClocks } from '../../../../votes/clocks.ts';
import { VOTES } from '../../data/votes.ts';
import type { World } from '../../world.ts';
import type { Telling } from '../telling.ts';
import { castBallots, type Casting } from './cast-ballots.ts';
import { castInSecret, giveOutFirstPaper, settle } from './cast-in-secret.ts';
import { announcement } from './announcement.ts';
import { fire } from './fire.ts';
import { readSomePaper, receiveFirstPaper } from './paper.ts';
import type { VoteStory } from './story.ts';

const HOUR = 3_600_000;

/** A year of votes, one after the other, by the portal's use-cases and clocks; the last ones are still open. */
export async function tellVotes(world: World, telling: Telling): Promise<void> {
	registerVoteClocks();
	for (const story of VOTES) world.votes.set(story.key, await tellVote(world, telling, story));
}

async function tellVote(world: World, telling: Telling, story: VoteStory): Promise<string> {
	const { calendar } = world;
	const [opens, closes] = [calendar.at(...story.opens), calendar.at(...story.closes)];
	const id = await announcement(world, telling, story);
	await fire(world, telling, opens);
	const casting = { id, story, from: opens, to: closes };
	if (story.secrecy === 'secret') {
		await tellSecretVote(world, telling, casting);
		return id;
	}
	await castBallots(world, telling, casting);
	if (story.paper) await receiveFirstPaper(world, telling, casting);
	if (closes > calendar.justNow()) return id;
	await fire(world, telling, closes);
	if (story.paper) await readSomePaper(world, telling, casting);
	if (story.prolonged) await fire(world, telling, new Date(closes.getTime() + story.extensionHours! * HOUR));
	return id;
}

async function tellSecretVote(world: World, telling: Telling, casting: Casting): Promise<void> {
	if (casting.to > world.calendar.justNow()) return giveOutFirstPaper(world, telling, casting);
	const box = await castInSecret(world, telling, casting);
	await fire(world, telling, casting.to);
	await settle(world, telling, casting, box);
}
