import { communitiesOf, isStaff, placesOf } from '#lib/domain/community/places-of.ts';
import { takeSaid } from '#lib/i18n/said.ts';
import { LAST_COMMUNITY, shellFacts } from '#lib/server/community/index.ts';
import type { LayoutServerLoad } from './$types.ts';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const { actor, ctx, display } = locals;
	const last = actor ? undefined : cookies.get(LAST_COMMUNITY);
	const { now, places, unread } = await shellFacts(ctx, actor ? placesOf(actor) : last ? [last] : []);
	const communities = communitiesOf(actor);
	return {
		now,
		display,
		said: takeSaid(cookies),
		viewer: actor && {
			name: actor.name,
			isStaff: isStaff(actor),
			unread,
			communities: places.filter((place) => communities.includes(place.code))
		},
		/** Where the frame is at home when the page itself is of no place. */
		home: places[0] ?? null
	};
};
