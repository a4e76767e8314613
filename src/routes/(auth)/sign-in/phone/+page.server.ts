import { redirect } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { phoneForm } from '#lib/domain/identity/sign-in.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sendPhoneCode } from '#lib/server/identity/index.ts';
import { visitorOf, withNext } from '../../let-in.server.ts';
import { rememberStep } from './step.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = nextPath(url.searchParams.get('next'));
	if (locals.actor) redirect(303, next);
	return { next };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(phoneForm, data);
		if (!form.ok) return form.failure;
		const words = (code: string) => m.identity_sms({ code });
		const result = await sendPhoneCode(event.locals.ctx.database, form.value.phone, visitorOf(event), words);
		if (!result.ok) return refused(result.refusal, data);
		rememberStep(event, { phone: result.value.phone, proven: false });
		redirect(303, withNext('/sign-in/phone/code', form.value.next));
	}
};
