import * as v from 'valibot';
import { requiredText } from '../shared/form-fields.ts';

const text = (missing: string, most: number) => requiredText(missing, most, 'meetings.too-long');
const id = (missing: string) => v.pipe(v.string(missing), v.uuid(missing));

/** Giving the floor: to whom, for how many minutes. */
export const floorSchema = v.object({
	speechId: id('meetings.speech-missing'),
	minutes: v.pipe(
		v.optional(v.string(), '3'),
		v.regex(/^([1-9]|[1-5]\d|60)$/, 'meetings.minutes-unreadable'),
		v.transform(Number)
	)
});
export const speechSchema = v.object({ speechId: id('meetings.speech-missing') });

export const questionSchema = v.object({
	itemId: id('meetings.item-of-question-missing'),
	organisationId: id('meetings.asked-party-missing'),
	question: text('meetings.question-missing', 300)
});
export type AskQuestion = v.InferOutput<typeof questionSchema>;

export const replySchema = v.object({
	questionId: id('meetings.question-gone'),
	reply: text('meetings.reply-missing', 500)
});
export const setAsideSchema = v.object({
	questionId: id('meetings.question-gone'),
	why: text('meetings.reason-missing', 300)
});

export const positionSchema = v.object({
	organisationId: id('meetings.organisation-missing'),
	stance: v.picklist(['for', 'against', 'conditions'], 'meetings.stance-of-hearing-missing'),
	position: text('meetings.position-text-missing', 500)
});
export type SayPosition = v.InferOutput<typeof positionSchema>;
