import { redirect } from '@sveltejs/kit';
import { raiseForm } from '#lib/domain/cases/report.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { denied } from '#lib/i18n/opened.ts';
import { say } from '#lib/i18n/said.ts';
import { buildingsOf, raiseCase } from '#lib/server/cases/index.ts';
import { matterToRaise } from '#lib/server/meetings/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const { community } = await parent();
	const block = url.searchParams.get('block') ?? '';
	const matter = await matterToRaise(locals.ctx, params.id, block);
	if (!matter.ok) {
		denied(matter.refusal);
	}
	return { matter: matter.value, block, buildings: await buildingsOf(locals.ctx, community.id) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies, url }) => {
		const data = await request.formData();
		const input = parseForm(raiseForm, data);
		if (!input.ok) return input.failure;
		const from = { type: 'meeting', id: params.id, block: url.searchParams.get('block') };
		const raised = await raiseCase(locals.ctx, from, input.value);
		if (!raised.ok) return refused(raised.refusal, data);
		say(cookies, m.cases_reported({ number: raised.value.number }));
		redirect(303, `/c/${params.code}/cases/${raised.value.number}`);
	}
};
