import type { CaseState, ClockKind, Grade, Level, Unit } from './case.ts';
import type { Category } from './categories.ts';
import type { CaseClass } from './limits.ts';

/** Why a desk may refuse a report. Each names the lawful channel the reporter has instead. */
export const REFUSAL_REASONS = [
	'not-a-public-matter',
	'in-court',
	'in-petition',
	'not-found',
	'too-vague',
	'other-office'
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why a unit may send a case up a level. */
export const UNIT_REASONS = ['no-authority', 'several-units', 'owner-unclear'] as const;
export type UnitReason = (typeof UNIT_REASONS)[number];
/** micro→small: no authority, several units. small→large: owner unclear. */
export const UNIT_REASONS_AT: Readonly<Record<Level, readonly UnitReason[]>> = {
	micro: ['no-authority', 'several-units'],
	small: ['owner-unclear'],
	large: []
};

export const ACCOUNT_REASONS = ['seasonal', 'engineering', 'policy'] as const;
export type AccountReason = (typeof ACCOUNT_REASONS)[number];

/** What each act brings with it. */
export interface Commands {
	submit: { numbersShown: boolean; text: string; placed: boolean };
	accept: { class: CaseClass; category: Category };
	refuse: { reason: RefusalReason; channel: string };
	appeal: { reason: string };
	merge: { master: { id: string; state: CaseState; categoryCode: string; metres: number } };
	unmerge: object;
	follow: { unit: Unit | null };
	reclassify: { class: CaseClass; reason: string };
	dispatch: { unit: Unit };
	refer: { reason: string };
	sign: { handlerId: string };
	dispute: { reason: string };
	uphold: { unit: Unit; reason: string };
	overrule: { reason: string };
	'ask-reporter': { question: string; days: number };
	reply: { answer: string };
	'ask-extension': { minutes: number; reason: string };
	'grant-extension': { note: string };
	'decline-extension': { note: string };
	escalate: { reason: UnitReason; note: string };
	press: { note: string };
	whistle: { departments: readonly string[]; reason: string };
	'report-in': { department: string };
	'send-down': { unit: Unit; reason: string };
	'put-on-account': { reason: AccountReason; note: string; days: number };
	resume: object;
	finish: { result: string; photos: number };
	pass: object;
	fail: { reason: string };
	call: { contacted: false; note: string } | { contacted: true; solved: boolean; grade: Grade; note: string };
	answer: { solved: boolean; grade: Grade; note: string };
	'tell-progress': { note: string };
	reopen: { reason: string };
	withdraw: object;
	/** A clock ran out; only the sweep says so. */
	expire: { clock: ClockKind; dueAt: Date };
}
export type Act = keyof Commands;
/** What a person does by a form on the page of a case. */
export type PersonAct = Exclude<Act, 'expire' | 'submit' | 'follow'>;
export type Command<A extends Act> = { act: A } & Commands[A];
/** Everything that can be done to a case. */
export type CaseCommand = { [A in Act]: Command<A> }[Act];
