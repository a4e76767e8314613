import { error } from '@sveltejs/kit';
import { withdrawForm } from '#lib/domain/disclosure/disclosure.schema.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { submit } from '#lib/i18n/submit.ts';
import { commentsOn } from '#lib/server/comments/index.ts';
import { correctDisclosure, disclosurePage, seriesIdOf, withdrawDisclosure } from '#lib/server/disclosure/index.ts';
import { originsOf } from '#lib/server/links/index.ts';
import { refused } from '#lib/i18n/form.ts';
import { redirect } from '@sveltejs/kit';
import { commentActions } from '../../../../../comment-actions.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const found = await disclosurePage(locals.ctx, community.id, params.id);
	if (!found.ok) error(404, sentence(found.refusal));
	const { seriesId, source } = found.value;
	return {
		disclosure: found.value,
		comments: await commentsOn(locals.ctx, ['disclosure', seriesId]),
		// what is published whole says so itself
		origins: source ? [] : await originsOf(locals.ctx, 'disclosure', seriesId)
	};
};

export const actions: Actions = {
	...commentActions<Parameters<Actions[string]>[0]>(async ({ locals, params }) => [
		'disclosure',
		await seriesIdOf(locals.ctx, params.id)
	]),
	correct: async ({ locals, params }) => {
		const begun = await correctDisclosure(locals.ctx, params.id);
		if (!begun.ok) return refused(begun.refusal);
		redirect(303, `/desk/disclosures/${begun.value.id}`);
	},
	withdraw: ({ request, locals, params, url }) =>
		submit(request, withdrawForm, url, (input) => withdrawDisclosure(locals.ctx, params.id, input.withdrawReason))
};
