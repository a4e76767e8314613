import type { CaseState, Grade, Level } from '#lib/domain/cases/case.ts';
import type { AccountReason, RefusalReason, UnitReason } from '#lib/domain/cases/commands.ts';
import type { CaseClass } from '#lib/domain/cases/limits.ts';
import type { CaseLine } from '#lib/domain/cases/view.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

type Say = () => string;
const said =
	<K extends string>(words: Record<K, Say>) =>
	(key: K): string =>
		words[key]();

export const levelName = said<Level>({
	micro: m.cases_level_micro,
	small: m.cases_level_small,
	large: m.cases_level_large
});

/** 微循环 · 社区 */
export const loopName = said<Level>({
	micro: m.cases_loop_micro,
	small: m.cases_loop_small,
	large: m.cases_loop_large
});

export const stateName = said<CaseState>({
	draft: m.cases_state_draft,
	submitted: m.cases_state_submitted,
	accepted: m.cases_state_accepted,
	refused: m.cases_state_refused,
	merged: m.cases_state_merged,
	dispatched: m.cases_state_dispatched,
	disputed: m.cases_state_disputed,
	handling: m.cases_state_handling,
	'waiting-reporter': m.cases_state_waiting_reporter,
	'on-account': m.cases_state_on_account,
	verifying: m.cases_state_verifying,
	'calling-back': m.cases_state_calling_back,
	closed: m.cases_state_closed,
	withdrawn: m.cases_state_withdrawn
});

/** With its limit, for those who choose it. */
export const className = said<CaseClass>({
	A: m.cases_class_a,
	B: m.cases_class_b,
	C: m.cases_class_c,
	D: m.cases_class_d
});
export const classShort = said<CaseClass>({
	A: m.cases_class_short_a,
	B: m.cases_class_short_b,
	C: m.cases_class_short_c,
	D: m.cases_class_short_d
});

export const gradeName = said<Grade>({
	'very-satisfied': m.cases_grade_very_satisfied,
	satisfied: m.cases_grade_satisfied,
	neutral: m.cases_grade_neutral,
	dissatisfied: m.cases_grade_dissatisfied,
	'very-dissatisfied': m.cases_grade_very_dissatisfied
});

export const refusalName = said<RefusalReason>({
	'not-a-public-matter': m.cases_refuse_not_a_public_matter,
	'in-court': m.cases_refuse_in_court,
	'in-petition': m.cases_refuse_in_petition,
	'not-found': m.cases_refuse_not_found,
	'too-vague': m.cases_refuse_too_vague,
	'other-office': m.cases_refuse_other_office
});

export const escalationName = said<UnitReason>({
	'no-authority': m.cases_escalate_no_authority,
	'several-units': m.cases_escalate_several_units,
	'owner-unclear': m.cases_escalate_owner_unclear
});

export const accountName = said<AccountReason>({
	seasonal: m.cases_account_seasonal,
	engineering: m.cases_account_engineering,
	policy: m.cases_account_policy
});

const OVER: readonly CaseState[] = ['refused', 'merged', 'closed', 'withdrawn'];
export const isOver = (state: CaseState): boolean => OVER.includes(state);

/** 街道处理中; what is over is not said to be anybody's. */
export function standing({ state, level }: Pick<CaseLine, 'state' | 'level'>): string {
	if (isOver(state)) return stateName(state);
	return m.cases_state_at_level({ level: levelName(level), state: stateName(state) });
}

/** `late` where the step is overdue, else how far the case is. */
export function tone(line: CaseLine, now: Date): 'ok' | 'due' | 'late' | 'info' | 'plain' {
	if (isOver(line.state)) return line.state === 'closed' ? 'ok' : 'plain';
	if (line.supervised || (line.stepDueAt && line.stepDueAt <= now)) return 'late';
	return line.state === 'waiting-reporter' || line.state === 'calling-back' ? 'due' : 'info';
}

/** Who has it now: a desk, a unit with its handler, the reporter … */
export function holder(line: CaseLine): string {
	const unit = [line.unitName, line.handlerName].filter(Boolean).join(' ');
	switch (line.state) {
		case 'draft':
		case 'submitted':
		case 'accepted':
			return m.cases_holder_desk({ level: levelName(line.level) });
		case 'disputed':
			return m.cases_holder_ruling();
		case 'dispatched':
		case 'handling':
		case 'on-account':
			return unit || m.cases_holder_desk({ level: levelName(line.level) });
		case 'waiting-reporter':
			return m.cases_holder_reporter();
		case 'verifying':
			return m.cases_holder_verifier();
		case 'calling-back':
			return m.cases_holder_caller();
		case 'refused':
		case 'merged':
		case 'closed':
		case 'withdrawn':
			return m.cases_holder_nobody();
		default:
			return line.state satisfies never;
	}
}

/** What comes after the present step, in one sentence; null when it is over. */
export function whatsNext(state: CaseState): string | null {
	return NEXT[state]?.() ?? null;
}
const NEXT: Partial<Record<CaseState, Say>> = {
	submitted: m.cases_next_submitted,
	accepted: m.cases_next_accepted,
	dispatched: m.cases_next_dispatched,
	disputed: m.cases_next_disputed,
	handling: m.cases_next_handling,
	'waiting-reporter': m.cases_next_waiting_reporter,
	'on-account': m.cases_next_on_account,
	verifying: m.cases_next_verifying,
	'calling-back': m.cases_next_calling_back,
	merged: m.cases_next_merged
};

/** Where it came from, in a word. */
export function originName(origin: string | null): string {
	if (origin === null) return m.cases_source_report();
	if (origin === 'meeting') return m.cases_source_meeting();
	if (origin === 'vote') return m.cases_source_vote();
	return origin === 'disclosure' ? m.cases_source_disclosure() : m.cases_source_other();
}
