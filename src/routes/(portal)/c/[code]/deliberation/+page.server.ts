import { listMeetings } from '#lib/server/meetings/index.ts';
import { listProposals } from '#lib/server/proposals/index.ts';
import { listVotes } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

/** Everything that is talked over and decided in this community: what is under way, and the way to what is past. */
export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	const [meetings, votes, proposals] = await Promise.all([
		listMeetings(locals.ctx, community.id, 6),
		listVotes(locals.ctx, community.id, 6),
		listProposals(locals.ctx, community.id, { current: true, most: 6 })
	]);
	return { meetings, votes, proposals };
};
