import { redirect } from '@sveltejs/kit';
import { proposalForm } from '#lib/domain/proposals/proposals.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { findArea } from '#lib/server/community/index.ts';
import { proposalsHere, writeProposal } from '#lib/server/proposals/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const { community } = await parent();
	const { needed, refusal } = await proposalsHere(locals.ctx, community);
	return { needed, refusal: refusal && sentence(refusal) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const data = await request.formData();
		const input = parseForm(proposalForm, data);
		if (!input.ok) return input.failure;
		const community = await findArea(locals.ctx, 'community', params.code);
		if (!community) return refused({ code: 'form.not-found' }, data);
		const done = await writeProposal(locals.ctx, community, input.value);
		if (!done.ok) return refused(done.refusal, data);
		say(cookies, m.proposals_said_written());
		redirect(303, `/c/${params.code}/proposals/${done.value}`);
	}
};
