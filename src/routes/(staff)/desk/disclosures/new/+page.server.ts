import { error, redirect } from '@sveltejs/kit';
import { beginForm } from '#lib/domain/disclosure/disclosure.schema.ts';
import { parseForm, refused, uploadedFiles } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { beginChoices, draftDisclosure } from '#lib/server/disclosure/index.ts';
import { findPlace } from '#lib/server/links/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** The paragraph or item it is begun from, where the address names one. */
function placeIn(url: URL) {
	const [id, block] = [url.searchParams.get('meeting'), url.searchParams.get('block')];
	return id && block ? { type: 'meeting', id, block } : null;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const choices = await beginChoices(locals.ctx);
	if (!choices.length) error(403, sentence({ code: 'form.forbidden' }));
	const from = placeIn(url);
	const place = from && (await findPlace(locals.ctx.database.db, locals.actor, from.type, from));
	return {
		choices,
		what: url.searchParams.get('what') ?? '',
		organisation: url.searchParams.get('for') ?? '',
		words: place?.words ?? ''
	};
};

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		const data = await request.formData();
		const input = parseForm(beginForm, data);
		if (!input.ok) return input.failure;
		const begun = await draftDisclosure(locals.ctx, input.value, uploadedFiles(data, 'files'), placeIn(url));
		if (!begun.ok) return refused(begun.refusal, data);
		redirect(303, `/desk/disclosures/${begun.value.id}${data.get('then') === 'check' ? '/check' : ''}`);
	}
};
