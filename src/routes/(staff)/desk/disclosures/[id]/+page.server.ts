import { error, redirect } from '@sveltejs/kit';
import { draftForm, sendBackForm } from '#lib/domain/disclosure/disclosure.schema.ts';
import { parseForm, refused, uploadedFiles } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import {
	deskDisclosure,
	discardDraft,
	editDraft,
	publishDisclosure,
	sendBack,
	seriesIdOf
} from '#lib/server/disclosure/index.ts';
import { originsOf } from '#lib/server/links/index.ts';
import { picturesOf } from './pictures.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await deskDisclosure(locals.ctx, params.id);
	if (!found.ok) error(404, sentence(found.refusal));
	const { reviewRefusal } = found.value;
	const origins = await originsOf(locals.ctx, 'disclosure', await seriesIdOf(locals.ctx, params.id));
	return {
		one: found.value,
		pictures: await picturesOf(locals.ctx, found.value),
		origins,
		whyNotReview: reviewRefusal && sentence({ code: reviewRefusal })
	};
};

export const actions: Actions = {
	save: async ({ request, locals, params, cookies }) => {
		const data = await request.formData();
		const input = parseForm(draftForm, data);
		if (!input.ok) return input.failure;
		const files = { add: uploadedFiles(data, 'files'), remove: data.getAll('remove').map(String) };
		const saved = await editDraft(locals.ctx, params.id, input.value, files);
		if (!saved.ok) return refused(saved.refusal, data);
		if (data.get('then') === 'check') redirect(303, `/desk/disclosures/${params.id}/check`);
		say(cookies, m.disclosure_said_saved());
		redirect(303, `/desk/disclosures/${params.id}`);
	},
	discard: async ({ locals, params, cookies }) => {
		const done = await discardDraft(locals.ctx, params.id);
		if (!done.ok) return refused(done.refusal);
		say(cookies, m.disclosure_said_discarded());
		redirect(303, '/desk/disclosures');
	},
	publish: async ({ locals, params, cookies }) => {
		const page = await deskDisclosure(locals.ctx, params.id);
		const done = await publishDisclosure(locals.ctx, params.id);
		if (!done.ok || !page.ok) return refused(done.ok ? { code: 'form.not-found' } : done.refusal);
		say(cookies, m.disclosure_said_published());
		redirect(303, `/c/${page.value.community.code}/disclosures/${params.id}`);
	},
	sendBack: async ({ request, locals, params, cookies }) => {
		const data = await request.formData();
		const input = parseForm(sendBackForm, data);
		if (!input.ok) return input.failure;
		const done = await sendBack(locals.ctx, params.id, input.value.reason);
		if (!done.ok) return refused(done.refusal, data);
		say(cookies, m.disclosure_said_sent_back());
		redirect(303, '/desk/disclosures');
	}
};
