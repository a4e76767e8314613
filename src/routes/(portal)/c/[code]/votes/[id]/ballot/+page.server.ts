import { error, redirect } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { ownDraws, voteDetail } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	const { community } = await parent();
	const found = await voteDetail(locals.ctx, params.id);
	if (!found.ok || found.value.communityId !== community.id || found.value.secrecy !== 'secret') {
		error(404, sentence({ code: 'form.not-found' }));
	}
	const { id, title, question, state, options, convener, closesAt, phi, result } = found.value;
	const vote = { id, title, question, state, options, convener, closesAt, phi: phi ?? '', published: result !== null };
	if (state !== 'open') return { vote, draws: null };
	if (!locals.actor) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	const draws = await ownDraws(locals.ctx, params.id);
	if (!draws.ok) error(403, sentence(draws.refusal));
	return { vote, draws: { key: draws.value.key, entries: draws.value.entries } };
};
