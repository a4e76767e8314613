import { error } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { drawnList, voteDetail } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const detail = await voteDetail(locals.ctx, params.id);
	if (!detail.ok || detail.value.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	const drawn = await drawnList(locals.ctx, params.id);
	if (!drawn.ok) error(drawn.refusal.code === 'votes.not-found' ? 404 : 403, sentence(drawn.refusal));
	return { title: detail.value.title, drawn: drawn.value };
};
