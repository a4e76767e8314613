import { hierarchy, searchAreas } from '#lib/server/community/index.ts';
import { ownMatters, waitingFor } from '#lib/server/platform/waiting.ts';
import type { PageServerLoad } from './$types.ts';

/** For a visitor: find the community. For a person: what waits for them. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, actor } = locals;
	if (!actor) {
		const question = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
		const found = question ? await searchAreas(ctx, question) : null;
		return { question, found, districts: found ? [] : await hierarchy(ctx) };
	}
	const [waiting, own] = await Promise.all([waitingFor(ctx), ownMatters(ctx)]);
	return { waiting, own };
};
