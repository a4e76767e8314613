import { error, redirect } from '@sveltejs/kit';
import { readingSchema } from '#lib/domain/votes/votes.schema.ts';
import { parseForm, refused, uploadedFiles } from '#lib/i18n/form.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/refusal.ts';
import { say } from '#lib/i18n/said.ts';
import { paperToRead, readPaper } from '#lib/server/votes/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const found = await paperToRead(locals.ctx, params.id, params.paper);
	if (!found.ok) error(found.refusal.code === 'votes.not-a-clerk' ? 403 : 404, sentence(found.refusal));
	const { row, ...paper } = found.value;
	if (row.communityId !== community.id) error(404, sentence({ code: 'form.not-found' }));
	return { vote: { title: row.title, question: row.question, options: row.options, method: row.method }, paper };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const data = await request.formData();
		const input = parseForm(readingSchema, data);
		if (!input.ok) return input.failure;
		const [scan] = uploadedFiles(data, 'scan');
		const done = await readPaper(locals.ctx, params.id, params.paper, input.value.reading, scan);
		if (!done.ok) return refused(done.refusal, data);
		say(cookies, m.votes_paper_read_done());
		redirect(303, `/c/${params.code}/votes/${params.id}/register`);
	}
};
