import { opened } from '#lib/i18n/opened.ts';
import { findHouseholds } from '#lib/server/identity/index.ts';
import { chosenRegister } from './register.server.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { code } = await chosenRegister({ locals, url });
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
	const page = Math.min(1000, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
	return { q, page, ...opened(await findHouseholds(locals.ctx, code, { q, page }), url) };
};
