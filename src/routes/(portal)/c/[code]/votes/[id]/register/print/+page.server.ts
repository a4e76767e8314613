import { error } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { rollToPrint, voteDetail } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	const { community } = await parent();
	const detail = await voteDetail(locals.ctx, params.id);
	if (!detail.ok || detail.value.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	const { value: vote } = detail;
	if (vote.secrecy === 'secret' || !vote.takesPaper) error(404, sentence({ code: 'form.not-found' }));
	const asked = url.searchParams.get('q') ?? '';
	const entries = await rollToPrint(locals.ctx, params.id, asked);
	if (!entries.ok) error(403, sentence(entries.refusal));
	const { title, question, options, closesAt, electorate, convener, method, most } = vote;
	return {
		vote: { title, question, options, closesAt, convener, method, most, byArea: electorate === 'owners' },
		asked,
		entries: entries.value
	};
};
