import { dutiesIn } from '#lib/server/disclosure/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	return { duties: await dutiesIn(locals.ctx, community.id) };
};
