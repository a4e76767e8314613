import { isSecurityAdministrator } from '#lib/domain/identity/identity.policy.ts';
import { opened } from '#lib/i18n/opened.ts';
import { findStaff } from '#lib/server/identity/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 60);
	const page = Math.min(1000, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
	return {
		q,
		page,
		mayAppoint: isSecurityAdministrator(locals.actor),
		...opened(await findStaff(locals.ctx, { q, page }), url)
	};
};
