import { redirect, type RequestHandler } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';
import { isLocale } from '#lib/i18n/paraglide/runtime.js';

const YEAR = 365 * 86_400;

/** Language of the interface, kept in the browser for a year; the browser's own code reads the cookie too. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const data = await request.formData();
	const language = data.get('language');
	if (isLocale(language)) {
		cookies.set('language', language, {
			path: '/',
			maxAge: YEAR,
			httpOnly: false,
			secure: url.protocol === 'https:'
		});
	}
	redirect(303, nextPath(data.get('next')));
};
