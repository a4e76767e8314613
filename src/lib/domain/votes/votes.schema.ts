import * as v from 'valibot';
import { localMoment, requiredText } from '../shared/form-fields.ts';
import { BALLOT_OPTIONS, SECRECY_MODES } from './manifest.ts';
import { METHODS, MOST_OPTIONS } from './options.ts';
import { PRESETS } from './presets.ts';
import { hex } from './record.schema.ts';

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
	secrecy: v.pipe(v.optional(v.string(), ''), v.picklist(SECRECY_MODES, 'votes.secrecy-missing')),
	/** How a ballot is filled in; where nothing is said, for, against or abstain. */
	method: v.pipe(v.optional(v.string(), METHODS[0]), v.picklist(METHODS, 'votes.method-missing')),
	/** Of any other method the options, one a line. */
	options: v.pipe(
		v.optional(v.pipe(v.string(), v.maxLength(1000, 'votes.too-long')), ''),
		v.transform((lines) => lines.split(/\r?\n/).map((line) => line.trim().replace(/\s+/g, ' ')).filter(Boolean)), // prettier-ignore
		v.maxLength(MOST_OPTIONS, 'votes.options-too-many'),
		v.everyItem((label) => label.length <= 40, 'votes.option-too-long'),
		v.check((labels) => new Set(labels).size === labels.length, 'votes.options-alike')
	),
	/** Of approval how many may be chosen at most, of seats how many there are. */
	most: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^([1-9]|1[0-2])?$/, 'votes.most-unreadable'),
		v.transform((most) => (most === '' ? null : Number(most)))
	),
	/** Paper is taken, too; a secret vote always has the box. */
	paper: v.pipe(
		v.optional(v.literal('yes')),
		v.transform((said) => said === 'yes')
	),
	/** For how many entries one agent may cast; nothing: no proxies. */
	proxyCap: v.pipe(
		v.optional(v.string(), ''),
		v.regex(/^(\d{1,2})?$/, 'votes.proxy-cap-unreadable'),
		v.transform((typed) => Number(typed))
	),
	/** The agenda item it comes from. */
	meetingId: optionalId,
	agendaItemId: optionalId,
	/** Or the paragraph of its minutes. */
	block: v.pipe(
		v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
		v.transform((block) => block || null)
	)
});
type Draft = v.InferOutput<typeof draftVoteSchema>;
/** Open, online only, for or against, where nothing else is said. */
type Plain = 'secrecy' | 'paper' | 'proxyCap' | 'block' | 'method' | 'options' | 'most';
export type DraftVote = Omit<Draft, Plain> & Partial<Pick<Draft, Plain>>;

/** One box or several of one name; a browser sends nothing where none was ticked. */
const ticked = (missing: string) =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((said) => [said].flat()),
		v.minLength(1, missing),
		v.maxLength(MOST_OPTIONS + 3),
		v.everyItem((one) => one.length <= 40)
	);

export const castSchema = v.object({
	entry: v.pipe(v.string('votes.entry-missing'), v.uuid('votes.entry-missing')),
	choice: ticked('votes.choice-missing')
});

export const proxySchema = v.object({
	entry: v.pipe(v.string('votes.entry-missing'), v.uuid('votes.entry-missing')),
	agentName: text('votes.agent-name-missing', 40),
	agentPhone: text('votes.agent-phone-missing', 40)
});
export const proxyIdSchema = v.object({
	proxy: v.pipe(v.string('votes.proxy-missing'), v.uuid('votes.proxy-missing'))
});

export const reasonSchema = v.object({ reason: text('votes.reason-missing', 300) });
export const objectionSchema = v.object({ body: text('votes.objection-missing', 1000) });
export const answerSchema = v.object({
	objectionId: v.pipe(v.string('votes.objection-missing'), v.uuid('votes.objection-missing')),
	answer: text('votes.answer-missing', 1000)
});

/** What a voter's browser sends to draw the ballot of an entry. */
export const drawSchema = v.strictObject({
	entry: v.pipe(v.string(), v.uuid()),
	blinded: hex(256),
	/** The voter's secrets under the recovery code; opaque to us. */
	bundle: v.pipe(v.string(), v.regex(/^([0-9a-f]{2}){100,2000}$/))
});
export type DrawRequest = v.InferOutput<typeof drawSchema>;

/** A ballot cast by token alone. */
export const secretCastSchema = v.strictObject({
	token: v.strictObject({ nonce: hex(32), prefix: hex(32), signature: hex(256) }),
	choice: v.picklist(BALLOT_OPTIONS),
	salt: hex(16),
	revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))
});
export type SecretCast = v.InferOutput<typeof secretCastSchema>;

const heads = v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,5}$/, 'votes.count-missing'), v.transform(Number));
export const boxSchema = v.object({ for: heads, against: heads, abstain: heads, spoiled: heads });
export const entrySchema = v.object({ entry: v.pipe(v.string('votes.entry-missing'), v.uuid('votes.entry-missing')) });

const paperId = v.pipe(v.string('votes.paper-missing'), v.uuid('votes.paper-missing'));
export const readingSchema = v.object({
	// a radio nobody chose is not sent at all
	reading: ticked('votes.reading-missing')
});
export const contestSchema = v.object({ paper: paperId, contest: text('votes.reason-missing', 300) });
export const judgementSchema = v.object({
	paper: paperId,
	upheld: v.pipe(
		v.optional(v.string(), ''),
		v.picklist(['yes', 'no'], 'votes.judgement-missing'),
		v.transform((said) => said === 'yes')
	),
	judgement: text('votes.reason-missing', 300)
});
