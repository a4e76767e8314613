import { error, redirect } from '@sveltejs/kit';
import { MEETING_KINDS, KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import { callMeetingSchema } from '#lib/domain/meetings/meetings.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { callMeeting, carriedToOffer, organisationsToCallFor, partiesToInvite } from '#lib/server/meetings/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const { community } = await parent();
	const organisations = await organisationsToCallFor(locals.ctx, community.id);
	if (!organisations.length) error(403, sentence({ code: 'form.forbidden' }));
	const kinds = MEETING_KINDS.filter((kind) =>
		organisations.some((one) => KIND_RULES[kind].conveners.includes(one.kind))
	);
	return {
		organisations,
		kinds: kinds.map((kind) => ({
			kind,
			noticeDays: KIND_RULES[kind].noticeDays,
			source: KIND_RULES[kind].source,
			verified: KIND_RULES[kind].verified
		})),
		carried: await carriedToOffer(locals.ctx, community.id),
		parties: await partiesToInvite(locals.ctx, community.code)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const data = await request.formData();
		const input = parseForm(callMeetingSchema, data);
		if (!input.ok) return input.failure;
		const called = await callMeeting(locals.ctx, input.value);
		if (!called.ok) return refused(called.refusal, data);
		redirect(303, `/c/${params.code}/meetings/${called.value.id}`);
	}
};
