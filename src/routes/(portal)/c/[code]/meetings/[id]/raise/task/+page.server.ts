import { redirect } from '@sveltejs/kit';
import { raiseTaskSchema } from '#lib/domain/meetings/tasks.schema.ts';
import { parseForm, refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { assigneesFor, matterToRaise, raiseTask } from '#lib/server/meetings/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const block = url.searchParams.get('block') ?? '';
	const matter = opened(await matterToRaise(locals.ctx, params.id, block, 'assign'), url);
	return { matter, parties: await assigneesFor(locals.ctx, params.id) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies, url }) => {
		const data = await request.formData();
		const input = parseForm(raiseTaskSchema, data);
		if (!input.ok) return input.failure;
		const raised = await raiseTask(locals.ctx, params.id, url.searchParams.get('block') ?? '', input.value);
		if (!raised.ok) return refused(raised.refusal, data);
		say(cookies, m.meetings_task_assigned({ name: raised.value.party }));
		redirect(303, `/c/${params.code}/meetings/${params.id}/tasks/${raised.value.id}`);
	}
};
