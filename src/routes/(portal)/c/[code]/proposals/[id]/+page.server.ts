import { buttonForm, declineForm, placeForm } from '#lib/domain/proposals/proposals.schema.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { opened } from '#lib/i18n/opened.ts';
import { say } from '#lib/i18n/said.ts';
import { submit } from '#lib/i18n/submit.ts';
import { commentsOn } from '#lib/server/comments/index.ts';
import {
	declineProposal,
	placeProposal,
	proposalPage,
	supportProposal,
	takeSupportBack,
	withdrawProposal
} from '#lib/server/proposals/index.ts';
import { commentActions } from '../../../../../comment-actions.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	const { community } = await parent();
	const found = opened(await proposalPage(locals.ctx, community.id, params.id), url);
	return { ...found, comments: await commentsOn(locals.ctx, ['proposal', params.id]) };
};

/** An act that is a button alone. */
const button =
	(doIt: typeof supportProposal, said: () => string) =>
	({ request, locals, params, url, cookies }: RequestEvent) =>
		submit(
			request,
			buttonForm,
			url,
			() => doIt(locals.ctx, params.id),
			() => say(cookies, said())
		);

export const actions: Actions = {
	...commentActions<Parameters<Actions[string]>[0]>(({ params }) => ['proposal', params.id]),
	support: button(supportProposal, () => m.proposals_said_supported()),
	takeBack: button(takeSupportBack, () => m.proposals_said_taken_back()),
	withdraw: button(withdrawProposal, () => m.proposals_said_withdrawn()),
	place: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			placeForm,
			url,
			({ meetingId }) => placeProposal(locals.ctx, params.id, meetingId),
			() => say(cookies, m.proposals_said_placed())
		),
	decline: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			declineForm,
			url,
			({ reason }) => declineProposal(locals.ctx, params.id, reason),
			() => say(cookies, m.proposals_said_declined())
		)
};
