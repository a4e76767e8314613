import { listMeetings, organisationsToCallFor } from '#lib/server/meetings/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	const meetings = await listMeetings(locals.ctx, community.id);
	const mine = await organisationsToCallFor(locals.ctx, community.id);
	return { meetings, mayCall: mine.length > 0 };
};
