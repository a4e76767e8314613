import { error, redirect } from '@sveltejs/kit';
import { refused } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { checkIn, meetingDetail } from '#lib/server/meetings/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
	const found = await meetingDetail(locals.ctx, params.id);
	if (!found.ok) error(404, sentence({ code: 'form.not-found' }));
	return { meeting: found.value.meeting, mine: found.value.attendance.mine, code: url.searchParams.get('code') ?? '' };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const done = await checkIn(locals.ctx, params.id, String(data.get('door') ?? ''));
		if (!done.ok) return refused(done.refusal, data);
		redirect(303, `/c/${params.code}/meetings/${params.id}`);
	}
};
