import { redirect } from '@sveltejs/kit';
import { closeSession, SESSION_COOKIE } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.actor) redirect(303, '/');
};

export const actions: Actions = {
	default: async ({ cookies, locals }) => {
		const token = cookies.get(SESSION_COOKIE);
		if (token) await closeSession(locals.ctx.database, token);
		cookies.delete(SESSION_COOKIE, { path: '/' });
		redirect(303, '/');
	}
};
