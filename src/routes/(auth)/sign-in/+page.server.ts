import { redirect } from '@sveltejs/kit';
import { deviceName } from '#lib/domain/identity/device.ts';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { signInForm } from '#lib/domain/identity/sign-in.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { sessionCookie, SESSION_COOKIE, signIn } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = nextPath(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next);
	return { next };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const data = await request.formData();
		const form = parseForm(signInForm, data);
		if (!form.ok) return form.failure;
		const visitor = { address: getClientAddress(), device: deviceName(request.headers.get('user-agent')) };
		const result = await signIn(locals.ctx.database, form.value, visitor);
		if (!result.ok) return refused(result.refusal, data);
		cookies.set(SESSION_COOKIE, result.value.token, sessionCookie(url.protocol === 'https:'));
		redirect(303, nextPath(form.value.next));
	}
};
