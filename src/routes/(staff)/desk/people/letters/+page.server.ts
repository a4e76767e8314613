import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { opened } from '#lib/i18n/opened.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { buildingLetters, issueLetters } from '#lib/server/identity/index.ts';
import { chosenRegister } from '../register.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const buildingForm = v.object({ buildingId: v.pipe(v.string(), v.uuid('form.not-found')) });

export const load: PageServerLoad = async ({ locals, url }) => {
	const { code } = await chosenRegister({ locals, url });
	return { buildings: opened(await buildingLetters(locals.ctx, code), url) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const form = parseForm(buildingForm, data);
		if (!form.ok) return form.failure;
		const result = await issueLetters(locals.ctx, form.value);
		if (!result.ok) return refused(result.refusal, data);
		redirect(303, `/desk/people/letters/print?building=${form.value.buildingId}`);
	}
};
