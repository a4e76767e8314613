import { redirect } from '@sveltejs/kit';
import { myCases } from '#lib/server/cases/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	return { mine: await myCases(locals.ctx) };
};
