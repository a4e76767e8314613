import { redirect, type RequestEvent } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { codeForm } from '#lib/domain/identity/sign-in.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { giveSecondFactor, readSecondFactorTicket, SECOND_FACTOR_COOKIE } from '#lib/server/identity/index.ts';
import { letIn, visitorOf, withNext } from '../../let-in.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

function whoseTurn({ cookies, url }: RequestEvent): string {
	const personId = readSecondFactorTicket(cookies.get(SECOND_FACTOR_COOKIE));
	if (!personId) redirect(303, withNext('/sign-in', url.searchParams.get('next')));
	return personId;
}

export const load: PageServerLoad = (event) => {
	whoseTurn(event);
	return { next: nextPath(event.url.searchParams.get('next')) };
};

export const actions: Actions = {
	default: async (event) => {
		const personId = whoseTurn(event);
		const data = await event.request.formData();
		const form = parseForm(codeForm, data);
		if (!form.ok) return form.failure;
		const result = await giveSecondFactor(event.locals.ctx.database, personId, form.value.code, visitorOf(event));
		if (!result.ok) return refused(result.refusal, data);
		event.cookies.delete(SECOND_FACTOR_COOKIE, { path: '/sign-in' });
		letIn(event, result.value.token, form.value.next);
	}
};
