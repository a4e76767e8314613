import { redirect, type RequestHandler } from '@sveltejs/kit';
import { nextPath } from '#lib/domain/identity/next-path.ts';

const SIZES: readonly unknown[] = ['standard', 'elder', 'elder-xl'];
const YEAR = 365 * 86_400;

/** Size of letters, kept in the browser for a year; an unknown size changes nothing. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const data = await request.formData();
	const display = data.get('display');
	if (SIZES.includes(display)) {
		cookies.set('display', String(display), { path: '/', maxAge: YEAR, secure: url.protocol === 'https:' });
	}
	redirect(303, nextPath(data.get('next')));
};
