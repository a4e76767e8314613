import { redirect } from '@sveltejs/kit';
import { representativeForm } from '#lib/domain/identity/homes.schema.ts';
import { submit } from '#lib/i18n/submit.ts';
import { nameRepresentative, ownHomes } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.actor) redirect(303, '/sign-in?next=/me/homes');
	return { ...(await ownHomes(locals.ctx)), me: locals.actor.personId };
};

export const actions: Actions = {
	representative: ({ locals, request, url }) =>
		submit(request, representativeForm, url, (input) => nameRepresentative(locals.ctx, input))
};
