import { renderSVG } from 'uqr';
import { denied } from '#lib/i18n/opened.ts';
import { checkInSecret } from '#lib/server/meetings/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await checkInSecret(locals.ctx, params.id);
	if (!found.ok) denied(found.refusal);
	const address = `${url.origin}/c/${params.code}/meetings/${params.id}/check-in?code=${found.value.code}`;
	return { title: found.value.title, qr: renderSVG(address, { border: 1 }) };
};
