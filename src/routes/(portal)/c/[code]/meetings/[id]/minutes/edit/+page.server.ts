import { error, redirect } from '@sveltejs/kit';
import { imageSchema } from '#lib/domain/meetings/meetings.schema.ts';
import { parseForm, refused, uploadedFiles } from '#lib/i18n/form.ts';
import { sentence } from '#lib/i18n/refusal.ts';
import { addMinutesImage, annotationsOf, meetingDetail, mentionableIn } from '#lib/server/meetings/index.ts';
import { annotationActions } from '../../annotation-actions.server.ts';
import { mayBeginOf } from '../../matters.server.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await meetingDetail(locals.ctx, params.id);
	if (!found.ok) error(404, sentence({ code: 'form.not-found' }));
	const { meeting, may } = found.value;
	if (!meeting.minutesDocumentId || !may['read-minutes']) error(403, sentence({ code: 'form.forbidden' }));
	if (meeting.phase === 'sealed') redirect(303, `/c/${params.code}/meetings/${params.id}/minutes`);
	return {
		personId: locals.actor?.personId ?? '',
		title: meeting.title,
		documentId: meeting.minutesDocumentId,
		canWrite: may['write-minutes'],
		mayBegin: await mayBeginOf(locals.ctx, params.code, found.value),
		mentionable: await mentionableIn(locals.ctx, params.id),
		annotations: await annotationsOf(locals.ctx, params.id)
	};
};

export const actions: Actions = {
	...annotationActions,
	/** Keeps a picture and answers what the document is to say of it. */
	image: async ({ request, locals, params }) => {
		const data = await request.formData();
		const input = parseForm(imageSchema, data);
		if (!input.ok) return input.failure;
		const kept = await addMinutesImage(locals.ctx, params.id, uploadedFiles(data, 'image')[0]);
		if (!kept.ok) return refused(kept.refusal, data);
		const { id, width, height } = kept.value;
		return { image: { file: id, width, height, alt: input.value.alt, open: input.value.open === 'yes' } };
	}
};
