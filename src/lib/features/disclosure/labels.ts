import type { DisclosureKind, DisclosureState } from '#lib/domain/disclosure/disclosure.ts';
import type { BASES } from '#lib/domain/disclosure/disclosure.schema.ts';
import type { FindingKind } from '#lib/domain/disclosure/personal-data.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

type Tone = 'ok' | 'due' | 'late' | 'info' | 'plain';

export function kindLabel(kind: DisclosureKind): string {
	return {
		notice: m.disclosure_kind_notice,
		catalogue: m.disclosure_kind_catalogue,
		minutes: m.disclosure_kind_minutes,
		result: m.disclosure_kind_result
	}[kind]();
}

export function stateLabel(state: DisclosureState): string {
	return {
		draft: m.disclosure_state_draft,
		'in-review': m.disclosure_state_in_review,
		published: m.disclosure_state_published,
		superseded: m.disclosure_state_superseded,
		withdrawn: m.disclosure_state_withdrawn
	}[state]();
}

export const stateTone = (state: DisclosureState): Tone =>
	(({ draft: 'plain', 'in-review': 'due', published: 'ok', superseded: 'plain', withdrawn: 'late' }) as const)[state];

export function findingLabel(kind: FindingKind): string {
	return {
		'id-number': m.disclosure_finding_id_number,
		'bank-card': m.disclosure_finding_bank_card,
		phone: m.disclosure_finding_phone,
		plate: m.disclosure_finding_plate,
		address: m.disclosure_finding_address,
		name: m.disclosure_finding_name
	}[kind]();
}

export function stepLabel(step: string): string {
	const labels: Record<string, () => string> = {
		draft: m.disclosure_step_draft,
		correct: m.disclosure_step_correct,
		submit: m.disclosure_step_submit,
		'send-back': m.disclosure_step_send_back,
		publish: m.disclosure_step_publish,
		withdraw: m.disclosure_step_withdraw
	};
	return labels[step]!();
}

/** On what ground something personal may be in it. */
export function basisLabel(basis: (typeof BASES)[number]): string {
	return {
		law: m.disclosure_basis_law,
		decision: m.disclosure_basis_decision,
		consent: m.disclosure_basis_consent,
		none: m.disclosure_basis_none
	}[basis]();
}
