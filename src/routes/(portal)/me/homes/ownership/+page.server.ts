import { redirect } from '@sveltejs/kit';
import { ownershipForm } from '#lib/domain/identity/homes.schema.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { buildingsOf, communitiesByStreet, requestOwnership, unitsOf } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** Community, building, unit: one after the other by GET, so that it works without JavaScript. */
export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const community = url.searchParams.get('community') ?? '';
	const building = url.searchParams.get('building') ?? '';
	const [communities, buildings, units] = await Promise.all([
		communitiesByStreet(locals.ctx),
		community ? buildingsOf(locals.ctx, community) : [],
		isId(building) ? unitsOf(locals.ctx, community, building) : []
	]);
	return { community, building, communities, buildings, units };
};

export const actions: Actions = {
	default: async ({ cookies, locals, request }) => {
		const data = await request.formData();
		const form = parseForm(ownershipForm, data);
		if (!form.ok) return form.failure;
		const result = await requestOwnership(locals.ctx, form.value);
		if (!result.ok) return refused(result.refusal, data);
		say(cookies, m.identity_joined_waiting());
		redirect(303, '/me/homes');
	}
};
