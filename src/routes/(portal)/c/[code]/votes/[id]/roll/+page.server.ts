import { error } from '@sveltejs/kit';
import { pageNumber } from '#lib/domain/shared/page-number.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { rollPage } from '#lib/server/votes/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	const { community } = await parent();
	const asked = url.searchParams.get('q') ?? '';
	const page = pageNumber(url);
	const absent = url.searchParams.get('absent') === '1';
	const found = await rollPage(locals.ctx, params.id, { asked, page, absent });
	if (!found.ok) error(found.refusal.code === 'votes.not-found' ? 404 : 403, sentence(found.refusal));
	if (found.value.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	return { roll: found.value, asked, page, absent };
};
