import { dropTaskSchema, finishTaskSchema } from '#lib/domain/meetings/tasks.schema.ts';
import { opened } from '#lib/i18n/opened.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { say } from '#lib/i18n/said.ts';
import { submit } from '#lib/i18n/submit.ts';
import { dropTask, finishTask, taskPage } from '#lib/server/meetings/index.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) =>
	opened(await taskPage(locals.ctx, params.id, params.task), url);

export const actions: Actions = {
	finish: ({ request, locals, params, url, cookies }) =>
		submit(
			request,
			finishTaskSchema,
			url,
			({ done }) => finishTask(locals.ctx, params.task, done),
			() => say(cookies, m.meetings_task_finished())
		),
	drop: ({ request, locals, params, url }) =>
		submit(request, dropTaskSchema, url, ({ reason }) => dropTask(locals.ctx, params.task, reason))
};
