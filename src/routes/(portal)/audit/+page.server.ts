import { pageNumber } from '#lib/domain/shared/page-number.ts';
import { countHeads, publishedHeads } from '#lib/server/platform/audit/heads.ts';
import type { PageServerLoad } from './$types.ts';

const SIZE = 50;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const page = pageNumber(url);
	const [heads, total] = await Promise.all([
		publishedHeads(ctx.database, SIZE, (page - 1) * SIZE),
		countHeads(ctx.database)
	]);
	return { heads, page, pages: Math.max(1, Math.ceil(total / SIZE)) };
};
