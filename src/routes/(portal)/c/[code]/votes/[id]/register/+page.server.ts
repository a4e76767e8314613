import { error } from '@sveltejs/kit';
import { boxSchema, entrySchema } from '#lib/domain/votes/votes.schema.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { submit } from '#lib/i18n/submit.ts';
import { findOnRoll, giveOutPaper, paperDesk, readBox, receivePaper, voteDetail } from '#lib/server/votes/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
	const { community } = await parent();
	const detail = await voteDetail(locals.ctx, params.id);
	if (!detail.ok || detail.value.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	const asked = url.searchParams.get('q') ?? '';
	const found = await findOnRoll(locals.ctx, params.id, asked);
	if (!found.ok) error(403, sentence(found.refusal));
	if (!detail.value.may.register) error(404, sentence({ code: 'form.not-found' }));
	const desk = await paperDesk(locals.ctx, params.id);
	if (!desk.ok) error(403, sentence(desk.refusal));
	const { id, title, state, counting, secrecy } = detail.value;
	return {
		vote: { id, title, state, counting, secret: secrecy === 'secret' },
		asked,
		found: found.value,
		papers: desk.value
	};
};

export const actions: Actions = {
	give: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			entrySchema,
			url,
			({ entry }) => giveOutPaper(locals.ctx, params.id, entry),
			() => say(cookies, m.votes_paper_given())
		),
	receive: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			entrySchema,
			url,
			({ entry }) => receivePaper(locals.ctx, params.id, entry),
			() => say(cookies, m.votes_paper_received_done())
		),
	box: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			boxSchema,
			url,
			(tally) => readBox(locals.ctx, params.id, tally),
			() => say(cookies, m.votes_box_read())
		)
};
