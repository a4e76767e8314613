import { pageNumber } from '#lib/domain/shared/page-number.ts';
import { opened } from '#lib/i18n/opened.ts';
import { findHouseholds } from '#lib/server/identity/index.ts';
import { chosenRegister } from './register.server.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { code } = await chosenRegister({ locals, url });
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
	const page = pageNumber(url);
	return { q, page, ...opened(await findHouseholds(locals.ctx, code, { q, page }), url) };
};
