import { pageNumber } from '#lib/domain/shared/page-number.ts';
import { isSecurityAdministrator } from '#lib/domain/identity/identity.policy.ts';
import { opened } from '#lib/i18n/opened.ts';
import { findStaff } from '#lib/server/identity/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
	const page = pageNumber(url);
	return {
		q,
		page,
		mayAppoint: isSecurityAdministrator(locals.actor),
		...opened(await findStaff(locals.ctx, { q, page }), url)
	};
};
