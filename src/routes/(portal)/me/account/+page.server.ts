import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { submit } from '#lib/i18n/submit.ts';
import { eraseAccount, ownAccount, revokeSession, withdrawNotice } from '#lib/server/identity/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
	account: opened(await ownAccount(locals.ctx, locals.sessionId), url)
});

const sessionForm = v.object({ id: v.pipe(v.string('form.not-found'), v.regex(/^[0-9a-f]{64}$/, 'form.not-found')) });
// a box that is not ticked is not sent at all
const eraseForm = v.object({ sure: v.pipe(v.optional(v.string(), ''), v.literal('yes', 'identity.not-sure')) });

export const actions: Actions = {
	revoke: ({ locals, request, url }) => submit(request, sessionForm, url, ({ id }) => revokeSession(locals.ctx, id)),
	withdraw: async ({ locals, cookies }) => {
		const result = await withdrawNotice(locals.ctx);
		if (!result.ok) return refused(result.refusal);
		say(cookies, m.identity_withdrawn());
		redirect(303, '/me/account');
	},
	erase: ({ locals, request, cookies, url }) =>
		submit(request, eraseForm, new URL('/', url), async () => {
			const result = await eraseAccount(locals.ctx);
			if (result.ok) say(cookies, m.identity_erased());
			return result;
		})
};
