import { redirect } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { maskPhone } from '#lib/domain/identity/phone.ts';
import { codeForm } from '#lib/domain/identity/sign-in.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { demoPhoneCode, signInByPhone } from '#lib/server/identity/index.ts';
import { letIn, visitorOf, withNext } from '../../../let-in.server.ts';
import { forgetStep, rememberStep, stepOf } from '../step.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async (event) => {
	const { phone } = stepOf(event, { proven: false });
	const next = nextPath(event.url.searchParams.get('next'));
	return { masked: maskPhone(phone), demoCode: await demoPhoneCode(event.locals.ctx.database, phone), next };
};

export const actions: Actions = {
	default: async (event) => {
		const { phone } = stepOf(event, { proven: false });
		const data = await event.request.formData();
		const form = parseForm(codeForm, data);
		if (!form.ok) return form.failure;
		const { code, next } = form.value;
		const result = await signInByPhone(event.locals.ctx.database, { phone, code }, visitorOf(event));
		if (!result.ok) return refused(result.refusal, data);
		if (result.value) {
			forgetStep(event);
			letIn(event, result.value.token, next);
		}
		rememberStep(event, { phone, proven: true });
		redirect(303, withNext('/sign-in/phone/name', next));
	}
};
