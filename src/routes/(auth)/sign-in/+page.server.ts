import { redirect } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { signInForm } from '#lib/domain/identity/sign-in.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { SECOND_FACTOR_COOKIE, secondFactorTicket, signIn } from '#lib/server/identity/index.ts';
import { isSecure, letIn, visitorOf, withNext } from '../let-in.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = nextPath(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next);
	return { next, byPhone: withNext('/sign-in/phone', next) };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(signInForm, data);
		if (!form.ok) return form.failure;
		const result = await signIn(event.locals.ctx.database, form.value, visitorOf(event));
		if (!result.ok) return refused(result.refusal, data);
		const { personId, token } = result.value;
		if (token) letIn(event, token, form.value.next);
		event.cookies.set(SECOND_FACTOR_COOKIE, secondFactorTicket(personId), {
			...{ path: '/sign-in', httpOnly: true, sameSite: 'lax', secure: isSecure(event), maxAge: 600 }
		});
		redirect(303, withNext('/sign-in/second-factor', form.value.next));
	}
};
