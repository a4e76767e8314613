import * as v from 'valibot';
import { GRADES } from './case.ts';
import { ACCOUNT_REASONS, REFUSAL_REASONS, UNIT_REASONS } from './commands.ts';
import { CLASSES } from './limits.ts';

const text = (most = 500) =>
	v.pipe(v.string(), v.trim(), v.nonEmpty('cases.say-why'), v.maxLength(most, 'cases.too-long'));
const optionalText = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'cases.too-long')), '');
const id = v.pipe(v.string(), v.uuid('form.missing'));
const whole = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
const yesOrNo = v.pipe(
	v.picklist(['yes', 'no']),
	v.transform((said) => said === 'yes')
);
const several = v.pipe(
	v.union([id, v.array(id)]),
	v.transform((ids) => [ids].flat())
);
/** Files reach the use-case beside the form. */
const form = <A extends string, E extends v.ObjectEntries>(act: A, entries: E) =>
	v.object({ act: v.literal(act), ...entries });

/**
 * What the forms of a case send: one for each act a person can do, told apart by `act`. Ids and codes come as they are;
 * the use-case looks up what they stand for.
 */
export const advanceForm = v.variant('act', [
	form('accept', { class: v.picklist(CLASSES), category: v.pipe(v.string(), v.nonEmpty()) }),
	form('refuse', { reason: v.picklist(REFUSAL_REASONS), channel: text() }),
	form('appeal', { reason: text() }),
	form('merge', { master: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.nonEmpty()) }),
	form('unmerge', {}),
	form('reclassify', { class: v.picklist(CLASSES), reason: text() }),
	form('dispatch', { unit: id }),
	form('refer', { reason: text() }),
	form('sign', {}),
	form('dispute', { reason: text() }),
	form('uphold', { unit: id, reason: text() }),
	form('overrule', { reason: text() }),
	form('ask-reporter', { question: text(), days: whole }),
	form('reply', { answer: text(2000) }),
	form('ask-extension', { hours: whole, reason: text() }),
	form('grant-extension', { note: optionalText }),
	form('decline-extension', { note: text() }),
	form('escalate', { reason: v.picklist(UNIT_REASONS), note: text() }),
	form('press', { note: optionalText }),
	form('whistle', { departments: several, reason: text() }),
	form('report-in', { department: id }),
	form('send-down', { unit: id, reason: text() }),
	form('put-on-account', { reason: v.picklist(ACCOUNT_REASONS), note: text(), days: whole }),
	form('resume', {}),
	form('finish', { result: text(2000) }),
	form('pass', {}),
	form('fail', { reason: text() }),
	form('call', {
		contacted: yesOrNo,
		solved: v.optional(yesOrNo),
		grade: v.optional(v.picklist(GRADES)),
		note: optionalText
	}),
	form('answer', { solved: yesOrNo, grade: v.picklist(GRADES), note: optionalText }),
	form('tell-progress', { note: text() }),
	form('reopen', { reason: text() }),
	form('withdraw', {})
]);
export type AdvanceInput = v.InferOutput<typeof advanceForm>;
