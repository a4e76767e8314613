import { error, redirect } from '@sveltejs/kit';
import { advanceForm } from '#lib/domain/cases/advance.schema.ts';
import { parseForm, refused, uploadedFiles } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { actChoices, advanceCase, casePage } from '#lib/server/cases/index.ts';
import { originsOf } from '#lib/server/links/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await casePage(locals.ctx, params.code, params.number);
	if (!found.ok && found.refusal.code === 'form.sign-in') {
		redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	}
	if (!found.ok) error(404, sentence(found.refusal));
	const origins = await originsOf(locals.ctx, 'case', found.value.line.id);
	return { page: found.value, origins, choices: await actChoices(locals.ctx, params.number, found.value.offered) };
};

export const actions: Actions = {
	advance: async ({ request, locals, params, url, cookies }) => {
		const data = await request.formData();
		const input = parseForm(advanceForm, data);
		if (!input.ok) return input.failure;
		const done = await advanceCase(locals.ctx, params.number, input.value, uploadedFiles(data, 'photo'));
		if (!done.ok) return refused(done.refusal, data);
		say(cookies, m.cases_advanced());
		redirect(303, url.pathname);
	}
};
