import { error } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import { sentence } from '#lib/i18n/refusal.ts';
import { voteDetail } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await voteDetail(locals.ctx, params.id);
	if (!found.ok || found.value.phi === null) error(404, sentence({ code: 'form.not-found' }));
	const address = `${url.origin}/c/${params.code}/votes/${params.id}`;
	return { vote: found.value, address, qr: renderSVG(address, { border: 1 }) };
};
