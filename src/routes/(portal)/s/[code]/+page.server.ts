import { error } from '@sveltejs/kit';
import { areasBelow, findArea, partiesIn } from '#lib/server/community/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const area = await findArea(locals.ctx, 'street', params.code);
	if (!area) error(404, 'no-such-place');
	const [below, parties] = await Promise.all([areasBelow(locals.ctx, area.id), partiesIn(locals.ctx, area.id)]);
	return { area, below, parties, place: { code: area.code, name: area.name } };
};
