import { error, redirect } from '@sveltejs/kit';
import { isStaff } from '#lib/domain/community/places-of.ts';
import type { LayoutServerLoad } from './$types.ts';

/** The desk is for people who hold an office; each page below asks its own policy besides. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	if (!isStaff(locals.actor)) error(403, 'no-office');
};
