import { error } from '@sveltejs/kit';
import { pageNumber } from '#lib/domain/shared/page-number.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { BOARD_VIEWS, deskBoard, PAGE } from '#lib/server/cases/index.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const view = BOARD_VIEWS.find((name) => name === url.searchParams.get('view')) ?? 'here';
	const page = pageNumber(url);
	const board = await deskBoard(locals.ctx, params.area, view, page);
	if (!board.ok) error(404, sentence(board.refusal));
	const pages = Math.max(1, Math.ceil(board.value.counts[view] / PAGE));
	return { board: board.value, view, page, pages, place: board.value.area };
};
