import { redirect } from '@sveltejs/kit';
import { residenceForm } from '#lib/domain/identity/homes.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { communitiesByStreet, requestResidence } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.actor) redirect(303, '/sign-in/phone?next=/join/request');
	return { communities: await communitiesByStreet(locals.ctx) };
};

export const actions: Actions = {
	default: async ({ cookies, locals, request }) => {
		const data = await request.formData();
		const form = parseForm(residenceForm, data);
		if (!form.ok) return form.failure;
		const result = await requestResidence(locals.ctx, form.value);
		if (!result.ok) return refused(result.refusal, data);
		say(cookies, m.identity_joined_waiting());
		redirect(303, '/me/homes');
	}
};
