import * as v from 'valibot';
import { PLAIN_WORD_KEYS } from './plain-words.ts';

const text = (most: number, missing = 'form.missing') =>
	v.pipe(v.string(), v.trim(), v.nonEmpty(missing), v.maxLength(most, 'cases.too-long'));
const maybeId = v.optional(
	v.pipe(
		v.union([v.literal(''), v.pipe(v.string(), v.uuid('form.unreadable'))]),
		v.transform((id) => id || null)
	),
	''
);
const ticked = v.optional(
	v.pipe(
		v.literal('yes'),
		v.transform(() => true)
	)
);

const where = {
	building: maybeId,
	place: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100, 'cases.too-long')), '')
};
const what = v.picklist(PLAIN_WORD_KEYS, 'form.missing');

/** What a resident sends: in everyday words, photos beside it. */
export const reportForm = v.object({
	what,
	description: text(2000),
	...where,
	/** The reporter lets the handler know who they are. */
	visible: ticked,
	/** The body complained about. */
	about: maybeId,
	/** The emergency numbers were shown and the reporter goes on. */
	seen: ticked
});
export type ReportInput = v.InferOutput<typeof reportForm>;

/** What a party sends that raises a paragraph, an agenda item or another matter of the community. */
export const raiseForm = v.object({ title: text(60), what, description: text(2000), ...where, seen: ticked });
export type RaiseInput = v.InferOutput<typeof raiseForm>;
