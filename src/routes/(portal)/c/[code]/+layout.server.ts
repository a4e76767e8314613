import { error } from '@sveltejs/kit';
import { findArea, LAST_COMMUNITY } from '#lib/server/community/index.ts';
import type { LayoutServerLoad } from './$types.ts';

const HALF_A_YEAR = 180 * 86_400;

/** The community every page below is of. A visitor's browser remembers it, so that the way back is short. */
export const load: LayoutServerLoad = async ({ locals, params, cookies, url }) => {
	const community = await findArea(locals.ctx, 'community', params.code);
	if (!community) error(404, 'no-such-community');
	if (!locals.actor && cookies.get(LAST_COMMUNITY) !== community.code) {
		cookies.set(LAST_COMMUNITY, community.code, {
			path: '/',
			maxAge: HALF_A_YEAR,
			secure: url.protocol === 'https:'
		});
	}
	return { community, place: { code: community.code, name: community.name } };
};
