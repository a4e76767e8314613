import { listMeetings } from '#lib/server/meetings/index.ts';
import type { PageServerLoad } from './$types.ts';

/** Everything that is talked over and decided in this community: what is under way, and the way to what is past. */
export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	return { meetings: await listMeetings(locals.ctx, community.id, 6) };
};
