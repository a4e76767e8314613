import { redirect } from '@sveltejs/kit';
import { letterForm } from '#lib/domain/identity/homes.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { joinHousehold } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	const code = (url.searchParams.get('code') ?? '').slice(0, 40);
	const here = code ? `/join?code=${encodeURIComponent(code)}` : '/join';
	return { code, name: locals.actor?.name ?? null, signIn: `/sign-in/phone?next=${encodeURIComponent(here)}` };
};

export const actions: Actions = {
	default: async ({ cookies, locals, request, getClientAddress }) => {
		const data = await request.formData();
		const form = parseForm(letterForm, data);
		if (!form.ok) return form.failure;
		const result = await joinHousehold(locals.ctx, form.value.code, getClientAddress());
		if (!result.ok) return refused(result.refusal, data);
		const confirmed = result.value.state === 'confirmed';
		say(cookies, confirmed ? m.identity_joined_confirmed() : m.identity_joined_waiting());
		redirect(303, '/me/homes');
	}
};
