import { error, redirect } from '@sveltejs/kit';
import { draftVoteSchema } from '#lib/domain/votes/votes.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { draftChoices, draftValues, editDraft } from '#lib/server/votes/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const values = await draftValues(locals.ctx, params.id);
	if (!values) error(404, sentence({ code: 'form.not-found' }));
	return { values, choices: await draftChoices(locals.ctx, community.id) };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const input = parseForm(draftVoteSchema, data);
		if (!input.ok) return input.failure;
		const edited = await editDraft(locals.ctx, params.id, input.value);
		if (!edited.ok) return refused(edited.refusal, data);
		redirect(303, `/c/${params.code}/votes/${params.id}`);
	}
};
