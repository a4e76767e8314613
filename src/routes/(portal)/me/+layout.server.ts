import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types.ts';

/** Everything below is a person's own. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
};
