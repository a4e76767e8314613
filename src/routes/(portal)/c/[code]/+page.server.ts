import { communityFigures, partiesIn } from '#lib/server/community/index.ts';
import { listDisclosures } from '#lib/server/disclosure/index.ts';
import { listMeetings } from '#lib/server/meetings/index.ts';
import { listProposals } from '#lib/server/proposals/index.ts';
import { listVotes } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ctx } = locals;
	const { community } = await parent();
	const [parties, figures, meetings, votes, disclosures, proposals] = await Promise.all([
		partiesIn(ctx, community.id),
		communityFigures(ctx, community.id),
		listMeetings(ctx, community.id, 4),
		listVotes(ctx, community.id, 4),
		listDisclosures(ctx, community.id, {}, { size: 5 }),
		listProposals(ctx, community.id, { current: true, most: 3 })
	]);
	return { parties, figures, meetings, votes, disclosures: disclosures.items, proposals };
};
