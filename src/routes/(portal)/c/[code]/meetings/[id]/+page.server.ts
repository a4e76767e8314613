import { error, redirect } from '@sveltejs/kit';
import {
	answerSchema,
	attendanceSchema,
	carrySchema,
	corrigendumSchema,
	endItemSchema,
	lateItemSchema,
	objectionSchema,
	reasonSchema,
	signSchema
} from '#lib/domain/meetings/meetings.schema.ts';
import { refused } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { submit } from '#lib/i18n/submit.ts';
import { commentsOn } from '#lib/server/comments/index.ts';
import { publishFromSource } from '#lib/server/disclosure/index.ts';
import {
	addLateItem,
	answerObjection,
	cancelMeeting,
	carriedToOffer,
	carryItems,
	checkIn,
	closeSession,
	conveneMeeting,
	correctMinutes,
	corrigendaOf,
	endItem,
	hearingPositions,
	enterAttendance,
	meetingDetail,
	minutesParagraphs,
	objectToMinutes,
	openSession,
	peopleToCheckIn,
	sealMinutes,
	signMinutes,
	startReview
} from '#lib/server/meetings/index.ts';
import { proposalsOnAgenda } from '#lib/server/proposals/index.ts';
import { commentActions } from '../../../../../comment-actions.server.ts';
import { mattersOf } from './matters.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { community } = await parent();
	const found = await meetingDetail(locals.ctx, params.id);
	if (!found.ok || found.value.meeting.communityId !== community.id) {
		error(404, sentence({ code: 'form.not-found' }));
	}
	const { may } = found.value;
	const paragraphs = await minutesParagraphs(locals.ctx, params.id);
	return {
		...found.value,
		comments: await commentsOn(locals.ctx, ['meeting', params.id]),
		...(await mattersOf(locals.ctx, params.code, found.value)),
		proposals: await proposalsOnAgenda(locals.ctx, params.id),
		positions: await hearingPositions(locals.ctx, params.id),
		/** For whoever builds the agenda: what earlier meetings left open. */
		carried:
			may.lead && found.value.meeting.state === 'collecting'
				? await carriedToOffer(locals.ctx, community.id, found.value.meeting.convenerOrganisationId)
				: [],
		/** In whose section each paragraph stands. */
		sections: paragraphs.flatMap(({ id, itemId }) => (itemId ? [{ block: id, itemId }] : [])),
		corrigenda: await corrigendaOf(locals.ctx, params.id),
		paragraphs: may.object || may.correct ? paragraphs : [],
		people: may['enter-attendance'] ? await peopleToCheckIn(locals.ctx, params.id) : []
	};
};

/** Commands that are one button each. */
const COMMANDS = {
	convene: conveneMeeting,
	open: openSession,
	close: closeSession,
	'start-review': startReview,
	seal: sealMinutes
};

export const actions: Actions = {
	...commentActions<Parameters<Actions[string]>[0]>(({ params }) => ['meeting', params.id]),
	command: async ({ request, locals, params, url }) => {
		const data = await request.formData();
		if (data.get('command') === 'disclose') {
			const begun = await publishFromSource(locals.ctx, ['meeting', params.id]);
			if (!begun.ok) return refused(begun.refusal, data);
			redirect(303, `/desk/disclosures/${begun.value.id}`);
		}
		const command = COMMANDS[String(data.get('command')) as keyof typeof COMMANDS];
		if (!command) return refused({ code: 'meetings.not-now' }, data);
		const done = await command(locals.ctx, params.id);
		if (!done.ok) return refused(done.refusal, data);
		redirect(303, url.pathname);
	},
	cancel: ({ request, locals, params, url }) =>
		submit(request, reasonSchema, url, (input) => cancelMeeting(locals.ctx, params.id, input.reason)),
	carry: ({ request, locals, params, url }) =>
		submit(request, carrySchema, url, (input) => carryItems(locals.ctx, params.id, input.carried)),
	end: ({ request, locals, params, url }) =>
		submit(request, endItemSchema, url, ({ together, ...input }) =>
			endItem(locals.ctx, params.id, { ...input, together: together === 'yes' })
		),
	late: ({ request, locals, params, url }) =>
		submit(request, lateItemSchema, url, (input) => addLateItem(locals.ctx, params.id, input)),
	checkin: async ({ request, locals, params, url }) => {
		const done = await checkIn(locals.ctx, params.id);
		if (!done.ok) return refused(done.refusal, await request.formData());
		redirect(303, url.pathname);
	},
	attend: ({ request, locals, params, url }) =>
		submit(request, attendanceSchema, url, (input) => enterAttendance(locals.ctx, params.id, input)),
	object: ({ request, locals, params, url }) =>
		submit(request, objectionSchema, url, (input) => objectToMinutes(locals.ctx, params.id, input)),
	answer: ({ request, locals, params, url }) =>
		submit(request, answerSchema, url, (input) =>
			answerObjection(locals.ctx, params.id, { ...input, accepted: input.accepted === 'yes' })
		),
	correct: ({ request, locals, params, url }) =>
		submit(request, corrigendumSchema, url, ({ correction: reason, ...input }) =>
			correctMinutes(locals.ctx, params.id, { ...input, reason })
		),
	sign: ({ request, locals, params, url }) =>
		submit(request, signSchema, url, (input) => signMinutes(locals.ctx, params.id, input))
};
