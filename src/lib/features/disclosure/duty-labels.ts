import type { Cycle } from '#lib/domain/disclosure/periods.ts';
import type { DutyState } from '#lib/domain/disclosure/radar.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

export function dutyLabel(state: DutyState): string {
	return {
		overdue: m.disclosure_duties_state_overdue,
		soon: m.disclosure_duties_state_soon,
		open: m.disclosure_duties_state_open,
		done: m.disclosure_duties_state_done,
		'on-occurrence': m.disclosure_duties_state_on_occurrence
	}[state]();
}

export const dutyTone = (state: DutyState) =>
	(({ overdue: 'late', soon: 'due', open: 'info', done: 'ok', 'on-occurrence': 'plain' }) as const)[state];

/** 每季度，季后 10 个工作日内 */
export function cycleLabel(cycle: Cycle, withinDays: number | null): string {
	if (cycle === 'standing') return m.disclosure_duties_cycle_standing();
	if (withinDays === null) return m.disclosure_duties_term_of_kind();
	const labels = {
		monthly: m.disclosure_duties_cycle_monthly,
		quarterly: m.disclosure_duties_cycle_quarterly,
		'half-yearly': m.disclosure_duties_cycle_half_yearly,
		yearly: m.disclosure_duties_cycle_yearly,
		'on-occurrence': m.disclosure_duties_cycle_on_occurrence
	};
	return labels[cycle]({ days: withinDays });
}
