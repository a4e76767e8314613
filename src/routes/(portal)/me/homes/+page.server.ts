import { redirect } from '@sveltejs/kit';
import { representativeForm } from '#lib/domain/identity/homes.schema.ts';
import { submit } from '#lib/i18n/submit.ts';
import { nameRepresentative, ownHomes } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.actor) redirect(303, '/sign-in?next=/me/homes');
	const joined = url.searchParams.get('joined');
	return {
		...(await ownHomes(locals.ctx)),
		me: locals.actor.personId,
		joined: joined === 'confirmed' || joined === 'waiting' ? joined : null
	};
};

export const actions: Actions = {
	representative: ({ locals, request, url }) =>
		submit(request, representativeForm, url, (input) => nameRepresentative(locals.ctx, input))
};
