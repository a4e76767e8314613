import { mayReport } from '#lib/domain/cases/cases.policy.ts';
import { myCases, publicCases } from '#lib/server/cases/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	const [mine, open] = await Promise.all([myCases(locals.ctx), publicCases(locals.ctx, community.id)]);
	return {
		mine: mine.filter((line) => line.communityCode === community.code),
		open,
		mayReport: !locals.actor || mayReport(locals.actor, community.code).ok
	};
};
