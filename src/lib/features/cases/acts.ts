import { GRADES, type Level } from '#lib/domain/cases/case.ts';
import { ACCOUNT_REASONS, REFUSAL_REASONS, UNIT_REASONS_AT, type PersonAct } from '#lib/domain/cases/commands.ts';
import { CLASSES } from '#lib/domain/cases/limits.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { categoryName } from './categories.ts';
import { accountName, className, escalationName, gradeName, refusalName } from '#lib/i18n/case-labels.ts';

export interface Option {
	value: string;
	label: string;
	group?: string;
}

/** One field of an act's form, as data. */
export type ActField =
	| { kind: 'text'; name: string; label: string; optional?: boolean }
	| { kind: 'number'; name: string; label: string; min: number; max: number }
	| { kind: 'select'; name: string; label: string; options: readonly Option[]; value?: string }
	| { kind: 'radio' | 'checkbox'; name: string; label: string; options: readonly Option[] }
	| { kind: 'photos'; name: string; label: string };

/** What the forms of a case offer to choose from. */
export interface ActChoices {
	level: Level;
	/** The category it has now: what the desk starts from. */
	category: string;
	categories: readonly Option[];
	units: readonly Option[];
	departments: readonly Option[];
	ownDepartments: readonly Option[];
	masters: readonly Option[];
	secondExtension: boolean;
}

const options = <K extends string>(keys: readonly K[], name: (key: K) => string): Option[] =>
	keys.map((value) => ({ value, label: name(value) }));
const text = (name: string, label: string, optional = false): ActField => ({ kind: 'text', name, label, optional });
const reason = () => text('reason', m.cases_field_reason());
const unit = ({ units }: ActChoices): ActField => ({
	kind: 'select',
	name: 'unit',
	label: m.cases_field_unit(),
	options: units
});
const judgement = (): ActField[] => [
	{
		kind: 'radio',
		name: 'solved',
		label: m.cases_field_solved(),
		options: [
			{ value: 'yes', label: m.cases_solved_yes() },
			{ value: 'no', label: m.cases_solved_no() }
		]
	},
	{ kind: 'radio', name: 'grade', label: m.cases_field_grade(), options: options(GRADES, gradeName) }
];
const categories = (choices: ActChoices): Option[] =>
	choices.categories.map(({ value, label }) => ({ value, label: categoryName({ code: value, name: label }) }));
/** Community desks cannot call a case complex. */
const classes = ({ level }: ActChoices): ActField => ({
	kind: 'radio',
	name: 'class',
	label: m.cases_field_class(),
	options: options(level === 'micro' ? CLASSES.filter((cls) => cls !== 'D') : CLASSES, className)
});

/** The fields of an act's form; none for an act that is one button. */
export function fieldsOf(act: PersonAct, choices: ActChoices): ActField[] {
	switch (act) {
		case 'accept':
			return [
				{
					kind: 'select',
					name: 'category',
					label: m.cases_field_category(),
					options: categories(choices),
					value: choices.category
				},
				classes(choices)
			];
		case 'refuse': {
			const reasons = options(REFUSAL_REASONS, refusalName);
			return [
				{ kind: 'radio', name: 'reason', label: m.cases_field_refuse_reason(), options: reasons },
				text('channel', m.cases_field_channel())
			];
		}
		case 'merge':
			return [{ kind: 'select', name: 'master', label: m.cases_field_master(), options: choices.masters }];
		case 'reclassify':
			return [classes(choices), reason()];
		case 'dispatch':
			return [unit(choices)];
		case 'uphold':
		case 'send-down':
			return [unit(choices), reason()];
		case 'ask-reporter':
			return [
				text('question', m.cases_field_question()),
				{ kind: 'number', name: 'days', label: m.cases_field_days(), min: 1, max: 5 }
			];
		case 'reply':
			return [text('answer', m.cases_field_answer()), { kind: 'photos', name: 'photo', label: m.cases_photos() }];
		case 'ask-extension':
			return [{ kind: 'number', name: 'hours', label: m.cases_field_hours(), min: 1, max: 360 }, reason()];
		case 'grant-extension':
			return [
				choices.secondExtension ? text('note', m.cases_field_written()) : text('note', m.cases_field_note(), true)
			];
		case 'decline-extension':
		case 'tell-progress':
			return [text('note', m.cases_field_note())];
		case 'escalate': {
			const reasons = options(UNIT_REASONS_AT[choices.level], escalationName);
			return [
				{ kind: 'radio', name: 'reason', label: m.cases_field_escalate_reason(), options: reasons },
				text('note', m.cases_field_note())
			];
		}
		case 'press':
			return [text('note', m.cases_field_note(), true)];
		case 'whistle': {
			const label = m.cases_field_departments();
			return [{ kind: 'checkbox', name: 'departments', label, options: choices.departments }, reason()];
		}
		case 'report-in': {
			const label = m.cases_field_department();
			return [{ kind: 'radio', name: 'department', label, options: choices.ownDepartments }];
		}
		case 'put-on-account': {
			const reasons = options(ACCOUNT_REASONS, accountName);
			return [
				{ kind: 'radio', name: 'reason', label: m.cases_field_account_reason(), options: reasons },
				text('note', m.cases_field_note()),
				{ kind: 'number', name: 'days', label: m.cases_field_review_days(), min: 1, max: 90 }
			];
		}
		case 'finish': {
			const photos = m.cases_field_photos();
			return [text('result', m.cases_field_result()), { kind: 'photos', name: 'photo', label: photos }];
		}
		case 'call': {
			const contacted = [
				{ value: 'yes', label: m.cases_contacted_yes() },
				{ value: 'no', label: m.cases_contacted_no() }
			];
			return [
				{ kind: 'radio', name: 'contacted', label: m.cases_field_contacted(), options: contacted },
				...judgement(),
				text('note', m.cases_field_note(), true)
			];
		}
		case 'answer':
			return [...judgement(), text('note', m.cases_field_note(), true)];
		case 'appeal':
		case 'refer':
		case 'dispute':
		case 'overrule':
		case 'fail':
		case 'reopen':
			return [reason()];
		case 'sign':
		case 'pass':
		case 'resume':
		case 'unmerge':
		case 'withdraw':
			return [];
		default:
			return act satisfies never;
	}
}
