import {
	floorSchema,
	positionSchema,
	questionSchema,
	replySchema,
	setAsideSchema,
	speechSchema
} from '#lib/domain/meetings/hearing.schema.ts';
import { refused } from '#lib/i18n/form.ts';
import { opened } from '#lib/i18n/opened.ts';
import { submit } from '#lib/i18n/submit.ts';
import {
	answerQuestion,
	askForFloor,
	askQuestion,
	giveFloor,
	hearingPage,
	leaveFloor,
	meetingDetail,
	sayPosition,
	setQuestionAside
} from '#lib/server/meetings/index.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const hearing = opened(await hearingPage(locals.ctx, params.id), url);
	const { meeting, parties, agenda } = opened(await meetingDetail(locals.ctx, params.id), url);
	return {
		hearing,
		title: meeting.title,
		parties: parties.map(({ id, name }) => ({ id, name })),
		/** What can still be asked about. */
		items: agenda
			.filter(({ withdrawnBy, outcome }) => !withdrawnBy && !outcome)
			.map(({ id, number, title }) => ({ id, number, title }))
	};
};

export const actions: Actions = {
	speak: async ({ locals, params, url }) => {
		const done = await askForFloor(locals.ctx, params.id);
		if (!done.ok) return refused(done.refusal);
		redirect(303, url.pathname);
	},
	leave: ({ request, locals, params, url }) =>
		submit(request, speechSchema, url, ({ speechId }) => leaveFloor(locals.ctx, params.id, speechId)),
	give: ({ request, locals, params, url }) =>
		submit(request, floorSchema, url, (input) => giveFloor(locals.ctx, params.id, input)),
	ask: ({ request, locals, params, url }) =>
		submit(request, questionSchema, url, (input) => askQuestion(locals.ctx, params.id, input)),
	reply: ({ request, locals, params, url }) =>
		submit(request, replySchema, url, ({ questionId, reply }) =>
			answerQuestion(locals.ctx, params.id, questionId, reply)
		),
	setAside: ({ request, locals, params, url }) =>
		submit(request, setAsideSchema, url, ({ questionId, why }) =>
			setQuestionAside(locals.ctx, params.id, questionId, why)
		),
	position: ({ request, locals, params, url }) =>
		submit(request, positionSchema, url, (input) => sayPosition(locals.ctx, params.id, input))
};
