import { ok, refuse } from '#lib/domain/shared/result.ts';
import { opened } from '#lib/i18n/opened.ts';
import { administeredCodes } from '#lib/server/identity/index.ts';
import type { LayoutServerLoad } from './$types.ts';

/** For system and security administrators, each within the own area; every page below asks its own policy besides. */
export const load: LayoutServerLoad = ({ locals, url }) => {
	const codes = administeredCodes(locals.ctx);
	opened(codes.length ? ok() : refuse(locals.actor ? 'form.forbidden' : 'form.sign-in'), url);
};
