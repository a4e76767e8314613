import { error, redirect } from '@sveltejs/kit';
import { submitForm } from '#lib/domain/disclosure/disclosure.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { deskDisclosure, submitForReview } from '#lib/server/disclosure/index.ts';
import { picturesOf } from '../pictures.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await deskDisclosure(locals.ctx, params.id);
	if (!found.ok) error(404, sentence(found.refusal));
	if (!found.value.may.write) redirect(303, `/desk/disclosures/${params.id}`);
	return { one: found.value, pictures: await picturesOf(locals.ctx, found.value) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const data = await request.formData();
		const input = parseForm(submitForm, data);
		if (!input.ok) return input.failure;
		const texts = data.getAll('finding').map(String);
		const decisions = texts.map((text, i) => ({
			text,
			decision: String(data.get(`decision-${i}`) ?? ''),
			reason: String(data.get(`reason-${i}`) ?? '')
		}));
		const done = await submitForReview(locals.ctx, params.id, input.value, decisions);
		if (!done.ok) return refused(done.refusal, data);
		say(cookies, m.disclosure_said_submitted());
		redirect(303, `/desk/disclosures/${params.id}`);
	}
};
