import { ruleForm } from '#lib/domain/proposals/proposals.schema.ts';
import { refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { submit } from '#lib/i18n/submit.ts';
import { findArea } from '#lib/server/community/index.ts';
import { listProposals, proposalsHere, setNeeded } from '#lib/server/proposals/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { community } = await parent();
	const [proposals, here] = await Promise.all([
		listProposals(locals.ctx, community.id),
		proposalsHere(locals.ctx, community)
	]);
	return { proposals, needed: here.needed, maySet: here.maySet, signedIn: !!locals.actor };
};

export const actions: Actions = {
	rule: async ({ request, locals, params, url, cookies }) => {
		const community = await findArea(locals.ctx, 'community', params.code);
		if (!community) return refused({ code: 'form.not-found' });
		let set = 0;
		return submit(
			request,
			ruleForm,
			url,
			({ needed }) => setNeeded(locals.ctx, community, (set = needed)),
			() => say(cookies, m.proposals_rule_said({ count: set }))
		);
	}
};
