import { administeredAreas, stepsToGo } from '#lib/server/community/index.ts';
import { administeredCodes } from '#lib/server/identity/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, parent }) => {
	await parent();
	const codes = administeredCodes(ctx);
	const [areas, steps] = await Promise.all([administeredAreas(ctx, codes), stepsToGo(ctx, codes)]);
	return { areas, steps };
};
