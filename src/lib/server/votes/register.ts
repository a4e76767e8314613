import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { onCommentsOf } from '../comments/index.ts';
import { onDisclosureSource } from '../disclosure/index.ts';
import { onAttachmentOf } from '../platform/attachments/index.ts';
import { onTopic } from '../platform/topics.ts';
import { onWaiting } from '../platform/waiting.ts';
import { registerVoteClocks } from './clocks.ts';
import { resultDisclosed, resultsPending, resultToDisclose } from './disclose-result.ts';
import { loadVote } from './load-vote.ts';
import { mayReadScan } from './paper-queries.ts';
import { PAPER } from './read-paper.ts';
import { votesWaiting } from './waiting.ts';

/** Votes open and end by themselves, and their pages hear of the turnout. Called once a process. */
export function registerVotes(): void {
	registerVoteClocks();
	onWaiting('votes', votesWaiting);
	onDisclosureSource('vote', {
		find: resultToDisclose,
		pending: resultsPending,
		published: resultDisclosed,
		withdrawn: resultDisclosed
	});
	onCommentsOf('vote', async (db, actor, id) => {
		const loaded = await loadVote(db, actor, id);
		return loaded
			? {
					areaId: loaded.row.communityId,
					communityCode: loaded.facts.communityCode,
					readable: mayVote(actor, 'see', loaded.facts).ok,
					debate: true,
					answeringId: loaded.row.organisationId,
					open: loaded.facts.state !== 'draft' && loaded.facts.state !== 'cancelled',
					title: loaded.row.title,
					href: `/c/${loaded.facts.communityCode}/votes/${id}`,
					answerableIds: [loaded.row.createdBy]
				}
			: undefined;
	});
	onAttachmentOf(PAPER, mayReadScan);
	onTopic('vote', async (ctx, id) => {
		const loaded = await loadVote(ctx.database.db, ctx.actor, id);
		return loaded !== null && mayVote(ctx.actor, 'see', loaded.facts).ok;
	});
}
