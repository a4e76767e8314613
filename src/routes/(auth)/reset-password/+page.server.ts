import { newPasswordForm } from '#lib/domain/identity/sign-in.schema.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { choosePassword, openReset } from '#lib/server/identity/index.ts';
import { letIn, visitorOf } from '../let-in.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { account: await openReset(locals.ctx.database, url.searchParams.get('token') ?? '') };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const form = parseForm(newPasswordForm, data);
		if (!form.ok) return form.failure;
		const { password, again } = form.value;
		if (password !== again) return refused(refuse('identity.password-differs', { field: 'again' }).refusal, data);
		const token = event.url.searchParams.get('token') ?? '';
		const result = await choosePassword(event.locals.ctx.database, { token, password }, visitorOf(event));
		if (!result.ok) return refused(result.refusal, data);
		letIn(event, result.value.token, '/privacy-notice?next=/');
	}
};
