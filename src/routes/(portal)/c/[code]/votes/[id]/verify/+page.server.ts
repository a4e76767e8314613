import { error } from '@sveltejs/kit';
import { sentence } from '#lib/i18n/refusal.ts';
import { voteDetail } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await voteDetail(locals.ctx, params.id);
	if (!found.ok || !found.value.result) error(404, sentence({ code: 'form.not-found' }));
	return { title: found.value.title, publicKey: found.value.result.publicKey };
};
