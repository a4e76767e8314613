import { draftChoices, listVotes } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	const [votes, choices] = await Promise.all([
		listVotes(locals.ctx, community.id),
		draftChoices(locals.ctx, community.id)
	]);
	return { votes, mayDraft: choices.length > 0 };
};
