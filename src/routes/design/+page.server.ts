import { error } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { dev } from '$app/environment';
import type { PageServerLoad } from './$types.ts';

/** Every component of `ui/` on one sheet, for those who build pages. Not part of a portal in use. */
export const load: PageServerLoad = () => {
	if (!dev) error(404);
	return { qr: renderSVG('http://localhost/design') };
};
