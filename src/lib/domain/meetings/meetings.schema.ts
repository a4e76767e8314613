import * as v from 'valibot';
import { localMoment, requiredText } from '../shared/form-fields.ts';
import { MEETING_KINDS } from './kinds.ts';

const text = (missing: string, most: number) => requiredText(missing, most, 'meetings.too-long');

const list = (item: v.GenericSchema<unknown, string>) =>
	v.pipe(
		v.optional(v.union([v.array(item), item]), []),
		v.transform((value) => (Array.isArray(value) ? value : [value]))
	);

export const callMeetingSchema = v.object({
	organisationId: v.pipe(v.string('meetings.organisation-missing'), v.uuid('meetings.organisation-missing')),
	kind: v.picklist(MEETING_KINDS, 'meetings.kind-missing'),
	title: text('meetings.title-missing', 60),
	place: text('meetings.place-missing', 60),
	startsAt: localMoment('meetings.time-missing'),
	partyIds: list(v.pipe(v.string(), v.uuid())),
	/** Items of earlier meetings, not settled there, that go on its agenda. */
	carried: list(v.pipe(v.string(), v.uuid()))
});
type Call = v.InferOutput<typeof callMeetingSchema>;
export type CallMeeting = Omit<Call, 'carried'> & Partial<Pick<Call, 'carried'>>;

export const carrySchema = v.object({ carried: list(v.pipe(v.string(), v.uuid())) });
export const endItemSchema = v.object({
	itemId: v.pipe(v.string(), v.uuid()),
	outcome: v.picklist(['settled', 'carried']),
	/** Ends open items below it in the same way. */
	together: v.optional(v.literal('yes'))
});

export const lateItemSchema = v.object({
	title: text('meetings.title-missing', 80),
	kind: v.picklist(['discuss', 'decide', 'inform', 'hear'], 'meetings.item-kind-missing')
});

export const reasonSchema = v.object({ reason: text('meetings.reason-missing', 300) });

export const signSchema = v.pipe(
	v.object({
		/** Where it is not the minutes that are signed but one correction of them. */
		corrigendumId: v.optional(v.pipe(v.string(), v.uuid())),
		organisationId: v.pipe(v.string('meetings.organisation-missing'), v.uuid('meetings.organisation-missing')),
		position: text('meetings.position-missing', 30),
		stance: v.picklist(['agree', 'agree-with-reservation', 'refuse'], 'meetings.stance-missing'),
		text: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(500, 'meetings.too-long'))
	}),
	v.forward(
		v.check((input) => input.stance === 'agree' || input.text !== '', 'meetings.stance-text-missing'),
		['text']
	)
);
export type Sign = v.InferOutput<typeof signSchema>;

export const objectionSchema = v.object({
	block: text('meetings.block-missing', 64),
	body: text('meetings.objection-missing', 500)
});

export const answerSchema = v.object({
	objectionId: v.pipe(v.string(), v.uuid()),
	accepted: v.picklist(['yes', 'no'], 'meetings.answer-choice-missing'),
	answer: text('meetings.answer-missing', 500)
});

export const attendanceSchema = v.object({
	personId: v.pipe(v.string('meetings.person-missing'), v.uuid('meetings.person-missing')),
	organisationId: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())]), ''),
	capacity: text('meetings.capacity-missing', 30)
});

export const corrigendumSchema = v.object({
	block: text('meetings.block-missing', 64),
	corrected: text('meetings.corrected-missing', 2000),
	correction: text('meetings.correction-missing', 300)
});

export const versionSchema = v.object({ name: text('meetings.version-name-missing', 40) });
export const restoreSchema = v.object({
	version: v.pipe(v.string('meetings.version-missing'), v.uuid('meetings.version-missing'))
});

export const imageSchema = v.object({
	alt: text('meetings.alt-missing', 120),
	/** Everybody may see it once the minutes are disclosed. */
	open: v.picklist(['yes', 'no'], 'meetings.image-open-missing')
});
