import { redirect } from '@sveltejs/kit';
import { deviceName } from '#lib/domain/identity/device.ts';
import { changePasswordForm } from '#lib/domain/identity/sign-in.schema.ts';
import { refuse } from '#lib/domain/shared/result.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { changePassword, openSession, sessionCookie, SESSION_COOKIE } from '#lib/server/identity/index.ts';
import type { Actions } from './$types.ts';

export const actions: Actions = {
	default: async ({ locals, request, cookies, url }) => {
		const data = await request.formData();
		const form = parseForm(changePasswordForm, data);
		if (!form.ok) return form.failure;
		const { current, password, again } = form.value;
		if (password !== again) return refused(refuse('identity.password-differs', { field: 'again' }).refusal, data);
		const result = await changePassword(locals.ctx, current, password);
		if (!result.ok) return refused(result.refusal, data);
		const device = deviceName(request.headers.get('user-agent'));
		const token = await openSession(locals.ctx.database, locals.actor!.personId, device);
		cookies.set(SESSION_COOKIE, token, sessionCookie(url.protocol === 'https:'));
		say(cookies, m.identity_password_changed());
		redirect(303, '/me/account');
	}
};
