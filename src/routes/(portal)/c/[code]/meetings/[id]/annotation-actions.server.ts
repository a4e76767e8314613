import {
	annotateSchema,
	annotationAnswerSchema,
	annotationSettleSchema
} from '#lib/domain/meetings/annotations.schema.ts';
import { submit } from '#lib/i18n/submit.ts';
import { annotateMinutes, answerAnnotation, settleAnnotation } from '#lib/server/meetings/index.ts';
import type { RequestEvent } from './$types.ts';

type Event = Pick<RequestEvent, 'request' | 'locals' | 'url'> & { params: { id: string } };

/** What can be done with comments on words of the minutes, beside the text as it is written and as it is read. */
export const annotationActions = {
	annotate: ({ request, locals, params, url }: Event) =>
		submit(request, annotateSchema, url, (input) => annotateMinutes(locals.ctx, params.id, input)),
	reply: ({ request, locals, params, url }: Event) =>
		submit(request, annotationAnswerSchema, url, (input) =>
			answerAnnotation(locals.ctx, params.id, input.annotationId, input.reply)
		),
	settle: ({ request, locals, params, url }: Event) =>
		submit(request, annotationSettleSchema, url, (input) =>
			settleAnnotation(locals.ctx, params.id, input.annotationId, input.settled === 'yes')
		)
};
