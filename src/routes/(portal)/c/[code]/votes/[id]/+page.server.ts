import { error, redirect } from '@sveltejs/kit';
import { answerSchema, castSchema, objectionSchema, reasonSchema } from '#lib/domain/votes/votes.schema.ts';
import { refused } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { submit } from '#lib/i18n/submit.ts';
import {
	announceVote,
	annulVote,
	answerObjection,
	cancelVote,
	castBallot,
	objectToVote,
	voteDetail
} from '#lib/server/votes/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const found = await voteDetail(locals.ctx, params.id);
	if (!found.ok || found.value.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	return { vote: found.value, signedIn: locals.actor !== null };
};

export const actions: Actions = {
	cast: ({ request, locals, params, url }) =>
		submit(request, castSchema, url, ({ entry, choice }) =>
			castBallot(locals.ctx, { voteId: params.id, entryId: entry, choice })
		),
	announce: async ({ request, locals, params, url }) => {
		const done = await announceVote(locals.ctx, params.id);
		if (!done.ok) return refused(done.refusal, await request.formData());
		redirect(303, url.pathname);
	},
	cancel: ({ request, locals, params, url }) =>
		submit(request, reasonSchema, url, ({ reason }) => cancelVote(locals.ctx, params.id, reason)),
	annul: ({ request, locals, params, url }) =>
		submit(request, reasonSchema, url, ({ reason }) => annulVote(locals.ctx, params.id, reason)),
	object: ({ request, locals, params, url }) =>
		submit(request, objectionSchema, url, ({ body }) => objectToVote(locals.ctx, params.id, body)),
	answer: ({ request, locals, params, url }) =>
		submit(request, answerSchema, url, (input) => answerObjection(locals.ctx, params.id, input))
};
