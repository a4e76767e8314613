import * as v from 'valibot';
import { localMoment, requiredText } from '../shared/form-fields.ts';
import { PRESETS } from './presets.ts';

const text = (missing: string, most: number) => requiredText(missing, most, 'votes.too-long');

/** Where the electorate lives or owns: the whole community, or `property-area:<id>`, or `building:<id>`. */
const scope = v.pipe(
	v.string('votes.scope-missing'),
	v.regex(/^(community|(property-area|building):[0-9a-f-]{36})$/, 'votes.scope-missing'),
	v.transform((value) => {
		const [kind, id] = value.split(':') as ['community' | 'property-area' | 'building', string?];
		return { kind, id: id ?? null };
	})
);

const optionalId = v.pipe(
	v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid())]), ''),
	v.transform((id) => id || null)
);

export const draftVoteSchema = v.object({
	organisationId: v.pipe(v.string('votes.organisation-missing'), v.uuid('votes.organisation-missing')),
	// a radio nobody chose is not sent at all
	preset: v.pipe(
		v.optional(v.string(), ''),
		v.picklist(
			PRESETS.map((p) => p.id),
			'votes.preset-missing'
		)
	),
	scope,
	title: text('votes.title-missing', 60),
	question: text('votes.question-missing', 120),
	background: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(4000, 'votes.too-long')),
	opensAt: localMoment('votes.opening-missing'),
	closesAt: localMoment('votes.end-missing'),
	/** Hours; nothing: no extension. */
	extensionHours: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^([1-9]\d{0,2})?$/, 'votes.extension-unreadable'),
		v.transform((hours) => (hours === '' ? null : Number(hours)))
	),
	/** The agenda item it comes from. */
	meetingId: optionalId,
	agendaItemId: optionalId
});
export type DraftVote = v.InferOutput<typeof draftVoteSchema>;

export const castSchema = v.object({
	entry: v.pipe(v.string('votes.entry-missing'), v.uuid('votes.entry-missing')),
	choice: v.pipe(v.optional(v.string(), ''), v.nonEmpty('votes.choice-missing'), v.maxLength(40))
});

export const reasonSchema = v.object({ reason: text('votes.reason-missing', 300) });
export const objectionSchema = v.object({ body: text('votes.objection-missing', 1000) });
export const answerSchema = v.object({
	objectionId: v.pipe(v.string('votes.objection-missing'), v.uuid('votes.objection-missing')),
	answer: text('votes.answer-missing', 1000)
});
