import * as v from 'valibot';
import { requiredText } from '../shared/form-fields.ts';
import { readTable } from './text-table.ts';

const optionalText = (most: number) =>
	v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, 'disclosure.too-long'));

const day = v.pipe(
	v.optional(v.string(), ''),
	v.regex(/^(\d{4}-\d\d-\d\d)?$/, 'form.unreadable'),
	v.transform((text) => text || null)
);

/** What an editor writes. `table` is text as pasted from a spreadsheet; its mistakes are said beside the field. */
export const draftForm = v.object({
	title: requiredText('disclosure.title-missing', 80, 'disclosure.too-long'),
	body: requiredText('disclosure.body-missing', 20_000, 'disclosure.too-long'),
	table: optionalText(50_000),
	/** Stays at the head of the list through this day. */
	pinnedUntil: day,
	/** Of something published on occurrence: the day it happened. */
	occurredOn: day,
	correctionNote: optionalText(300)
});
export type DraftInput = v.InferOutput<typeof draftForm>;

/** What kind of disclosure is begun, and for whom: a notice, or one period of a catalogue item. */
export const beginForm = v.object({
	...draftForm.entries,
	organisationId: v.pipe(v.string('disclosure.organisation-missing'), v.uuid('disclosure.organisation-missing')),
	/** `notice`, or the catalogue item with its period: `rc-finance 2026-Q3`. */
	what: v.pipe(
		v.string('disclosure.what-missing'),
		v.regex(/^(notice|[a-z-]+( \d{4}(-Q[1-4]|-H[12]|-\d\d)?)?)$/, 'disclosure.what-missing'),
		v.transform((value) => {
			const [code, period] = value.split(' ') as [string, string?];
			return code === 'notice' ? null : { catalogueCode: code, period: period ?? null };
		})
	)
});
export type BeginInput = v.InferOutput<typeof beginForm>;

export const textTable = (text: string) => {
	const table = readTable(text);
	return table.ok ? table : { ok: false as const, refusal: { field: 'table', ...table.refusal } };
};

export const BASES = ['law', 'decision', 'consent', 'none'] as const;

/** Sending to review: the basis for what is personal in it. What was decided about each finding is read by `readDecisions`. */
export const submitForm = v.object({
	basis: v.picklist(BASES, 'disclosure.basis-missing'),
	attachmentsChecked: v.optional(v.literal('yes'))
});
export type SubmitInput = v.InferOutput<typeof submitForm>;

const reason = requiredText('disclosure.reason-missing', 300, 'disclosure.too-long');
export const sendBackForm = v.object({ reason });
export const withdrawForm = v.object({
	withdrawReason: requiredText('disclosure.reason-missing', 300, 'disclosure.too-long')
});
