import { officesOf } from '#lib/server/community/index.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const [waiting, offices] = await Promise.all([waitingFor(ctx), officesOf(ctx)]);
	return { waiting: waiting.filter((item) => item.office), offices };
};
