import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { onTopic } from '../platform/topics.ts';
import { onWaiting } from '../platform/waiting.ts';
import { registerVoteClocks } from './clocks.ts';
import { loadVote } from './load-vote.ts';
import { votesWaiting } from './waiting.ts';

/** Votes open and end by themselves, and their pages hear of the turnout. Called once a process. */
export function registerVotes(): void {
	registerVoteClocks();
	onWaiting('votes', votesWaiting);
	onTopic('vote', async (ctx, id) => {
		const loaded = await loadVote(ctx.database.db, ctx.actor, id);
		return loaded !== null && mayVote(ctx.actor, 'see', loaded.facts).ok;
	});
}
