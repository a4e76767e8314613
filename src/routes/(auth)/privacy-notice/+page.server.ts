import { redirect } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { PRIVACY_NOTICE_VERSION } from '#lib/domain/identity/privacy-notice.ts';
import { refused } from '#lib/i18n/form.ts';
import { acceptNotice, noticeGiven } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** With `?next=` somebody is on the way to something: who has accepted already goes on at once. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const next = nextPath(url.searchParams.get('next'));
	const givenAt = await noticeGiven(locals.ctx);
	if (givenAt && url.searchParams.has('next')) redirect(303, next);
	return { next, version: PRIVACY_NOTICE_VERSION, signedIn: !!locals.actor, givenAt };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const result = await acceptNotice(locals.ctx);
		if (!result.ok) return refused(result.refusal, data);
		redirect(303, nextPath(data.get('next')));
	}
};
