import { error, redirect } from '@sveltejs/kit';
import { draftVoteSchema } from '#lib/domain/votes/votes.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { agendaItemForVote, draftChoices, draftVote, paragraphForVote } from '#lib/server/votes/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const { community } = await parent();
	const choices = await draftChoices(locals.ctx, community.id);
	if (!choices.length) error(403, sentence({ code: 'form.forbidden' }));
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	const from = url.searchParams.has('block')
		? await paragraphForVote(locals.ctx, community.id, asked('meeting'), asked('block'))
		: await agendaItemForVote(locals.ctx, community.id, asked('item'));
	return { choices, from };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const input = parseForm(draftVoteSchema, data);
		if (!input.ok) return input.failure;
		const drafted = await draftVote(locals.ctx, input.value);
		if (!drafted.ok) return refused(drafted.refusal, data);
		redirect(303, `/c/${params.code}/votes/${drafted.value.id}`);
	}
};
