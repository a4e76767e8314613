import { error } from '@sveltejs/kit';
import { renderMinutes } from '#lib/features/meetings/render-minutes.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { annotationsOf, corrigendaOf, meetingDetail, readMinutes } from '#lib/server/meetings/index.ts';
import { annotationActions } from '../annotation-actions.server.ts';
import { mattersOf } from '../matters.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const [found, read] = await Promise.all([meetingDetail(locals.ctx, params.id), readMinutes(locals.ctx, params.id)]);
	if (!found.ok || (!read.ok && read.refusal.code === 'form.not-found')) {
		error(404, sentence({ code: 'form.not-found' }));
	}
	if (!read.ok) error(403, sentence(read.refusal));
	const { meeting, parties, may, agenda } = found.value;
	return {
		meeting,
		parties,
		sealed: read.value.sealed,
		blocks: renderMinutes(read.value.minutes),
		corrigenda: await corrigendaOf(locals.ctx, params.id),
		items: agenda.map(({ id, outcome, carriedFrom, carriedTo }) => ({ id, outcome, carriedFrom, carriedTo })),
		...(await mattersOf(locals.ctx, params.code, found.value)),
		annotations: await annotationsOf(locals.ctx, params.id),
		mayReadHistory: may['read-history'],
		mayWrite: may['write-minutes'],
		mayDisclose: may.disclose,
		mayDownload: may['read-sealed']
	};
};

export const actions: Actions = annotationActions;
