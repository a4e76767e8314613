import { error, redirect } from '@sveltejs/kit';
import {
	answerSchema,
	castSchema,
	contestSchema,
	judgementSchema,
	objectionSchema,
	proxyIdSchema,
	proxySchema,
	reasonSchema
} from '#lib/domain/votes/votes.schema.ts';
import { refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { submit } from '#lib/i18n/submit.ts';
import { commentsOn } from '#lib/server/comments/index.ts';
import { publishFromSource } from '#lib/server/disclosure/index.ts';
import { originsOf } from '#lib/server/links/index.ts';
import {
	announceVote,
	annulVote,
	answerObjection,
	beginRunOff,
	cancelVote,
	castBallot,
	contestPaper,
	giveProxy,
	judgePaper,
	objectToVote,
	revokeProxy,
	signOffBallots,
	voteDetail
} from '#lib/server/votes/index.ts';
import { commentActions } from '../../../../../comment-actions.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const found = await voteDetail(locals.ctx, params.id);
	if (!found.ok || found.value.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	const comments = found.value.phi ? await commentsOn(locals.ctx, ['vote', params.id]) : null;
	const origins = await originsOf(locals.ctx, 'vote', params.id);
	return { vote: found.value, comments, origins, signedIn: locals.actor !== null };
};

export const actions: Actions = {
	...commentActions<Parameters<Actions[string]>[0]>(({ params }) => ['vote', params.id]),
	disclose: async ({ locals, params }) => {
		const begun = await publishFromSource(locals.ctx, ['vote', params.id]);
		if (!begun.ok) return refused(begun.refusal);
		redirect(303, `/desk/disclosures/${begun.value.id}`);
	},
	cast: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			castSchema,
			url,
			({ entry, choice }) => castBallot(locals.ctx, { voteId: params.id, entryId: entry, choice }),
			() => say(cookies, m.votes_voted_done())
		),
	sign: async ({ locals, params, url, cookies }) => {
		const done = await signOffBallots(locals.ctx, params.id);
		if (!done.ok) return refused(done.refusal);
		say(cookies, m.votes_signed_done());
		redirect(303, url.pathname);
	},
	announce: async ({ locals, params, url, cookies }) => {
		const done = await announceVote(locals.ctx, params.id);
		if (!done.ok) return refused({ ...done.refusal, field: undefined });
		say(cookies, m.votes_announce_done());
		redirect(303, url.pathname);
	},
	proxy: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			proxySchema,
			url,
			(input) => giveProxy(locals.ctx, params.id, input),
			() => say(cookies, m.votes_proxy_given_done())
		),
	revoke: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			proxyIdSchema,
			url,
			({ proxy }) => revokeProxy(locals.ctx, params.id, proxy),
			() => say(cookies, m.votes_proxy_revoked_done())
		),
	runOff: async ({ locals, params, cookies }) => {
		const begun = await beginRunOff(locals.ctx, params.id);
		if (!begun.ok) return refused(begun.refusal);
		say(cookies, m.votes_run_off_done());
		redirect(303, `/c/${params.code}/votes/${begun.value.id}/edit`);
	},
	contest: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			contestSchema,
			url,
			({ paper, contest }) => contestPaper(locals.ctx, params.id, paper, contest),
			() => say(cookies, m.votes_paper_contested_done())
		),
	judge: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			judgementSchema,
			url,
			(input) => judgePaper(locals.ctx, params.id, input),
			() => say(cookies, m.votes_paper_judged_done())
		),
	cancel: ({ request, locals, params, url }) =>
		submit(request, reasonSchema, url, ({ reason }) => cancelVote(locals.ctx, params.id, reason)),
	annul: ({ request, locals, params, url }) =>
		submit(request, reasonSchema, url, ({ reason }) => annulVote(locals.ctx, params.id, reason)),
	object: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			objectionSchema,
			url,
			({ body }) => objectToVote(locals.ctx, params.id, body),
			() => say(cookies, m.votes_objection_sent())
		),
	answer: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			answerSchema,
			url,
			(input) => answerObjection(locals.ctx, params.id, input),
			() => say(cookies, m.votes_answer_sent())
		)
};
