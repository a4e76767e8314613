import { redirect } from '@sveltejs/kit';
import { mayReport } from '#lib/domain/cases/cases.policy.ts';
import { reportForm } from '#lib/domain/cases/report.schema.ts';
import { parseForm, refused, uploadedFiles } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { bodiesToComplainAbout, buildingsOf, reportCase } from '#lib/server/cases/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const { community } = await parent();
	const allowed = mayReport(locals.actor, params.code);
	if (!allowed.ok) return { refusal: sentence(allowed.refusal), buildings: [], bodies: [] };
	const [buildings, bodies] = await Promise.all([
		buildingsOf(locals.ctx, community.id),
		bodiesToComplainAbout(locals.ctx, params.code)
	]);
	return { refusal: null, buildings, bodies };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const data = await request.formData();
		const input = parseForm(reportForm, data);
		if (!input.ok) return input.failure;
		const done = await reportCase(locals.ctx, params.code, input.value, uploadedFiles(data, 'photos'));
		if (!done.ok) return refused(done.refusal, data);
		say(cookies, m.cases_reported({ number: done.value.number }));
		redirect(303, `/c/${params.code}/cases/${done.value.number}`);
	}
};
