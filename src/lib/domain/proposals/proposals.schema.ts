import * as v from 'valibot';
import { requiredText } from '../shared/form-fields.ts';
import { MOST_NEEDED } from './proposal.ts';

const text = (missing: string, most: number) => requiredText(missing, most, 'proposals.too-long');

export const proposalForm = v.object({
	title: text('proposals.title-missing', 60),
	body: text('proposals.body-missing', 2000),
	place: v.pipe(
		v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100, 'proposals.too-long')), ''),
		v.transform((place) => place || null)
	)
});
export type ProposalInput = v.InferOutput<typeof proposalForm>;

/** The meeting whose agenda takes it; where none is chosen a browser sends nothing. */
export const placeForm = v.object({
	meetingId: v.pipe(v.optional(v.string(), ''), v.uuid('proposals.meeting-missing'))
});
export const declineForm = v.object({ reason: text('proposals.reason-missing', 500) });
export const ruleForm = v.object({
	needed: v.pipe(
		v.string('proposals.needed-unclear'),
		v.trim(),
		v.regex(/^\d{1,4}$/, 'proposals.needed-unclear'),
		v.transform(Number),
		v.minValue(1, 'proposals.needed-unclear'),
		v.maxValue(MOST_NEEDED, 'proposals.needed-unclear')
	)
});
/** A form that is a button alone. */
export const buttonForm = v.object({});
