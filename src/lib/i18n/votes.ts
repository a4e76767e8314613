import type { Explanation } from '#lib/domain/votes/explain.ts';
import type { RankedOption } from '#lib/domain/votes/explain-options.ts';
import type { Meter } from '#lib/domain/votes/meters.ts';
import { ELECTORATES, type ElectorateKind } from '#lib/domain/votes/electorate.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

export type Unit = 'household' | 'person' | 'area' | 'class';

export function unitOf(meter: Meter, electorate: ElectorateKind): Unit {
	return meter.measure === 'count' ? ELECTORATES[electorate] : meter.measure === 'area' ? 'area' : 'class';
}

/** 15920.40 → 15,920.40 */
export function grouped(figure: string): string {
	const [whole, decimals] = figure.split('.') as [string, string?];
	const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/** 168 户 · 15,920.40 ㎡ */
export function quantity(figure: string, unit: Unit): string {
	const count = grouped(figure);
	switch (unit) {
		case 'household':
			return m.votes_quantity_household({ count });
		case 'person':
			return m.votes_quantity_person({ count });
		case 'area':
			return m.votes_quantity_area({ count });
		case 'class':
			return m.votes_quantity_class({ count });
		default:
			return unit satisfies never;
	}
}

export function measureLabel(unit: Unit): string {
	return {
		household: m.votes_measure_household,
		person: m.votes_measure_person,
		area: m.votes_measure_area,
		class: m.votes_measure_class
	}[unit]();
}

/** 达到三分之二, 过半 */
function reach({ threshold, compare }: Meter): string {
	const known: Record<string, () => string> = {
		'>= 2/3': m.votes_reach_ge_2_3,
		'>= 3/4': m.votes_reach_ge_3_4,
		'> 1/2': m.votes_reach_gt_1_2
	};
	return (known[`${compare} ${threshold}`] ?? m.votes_reach_other)();
}

/** 还差 32 户达到三分之二; null once it is enough. */
export function missing(meter: Meter, unit: Unit): string | null {
	return meter.missing === null
		? null
		: m.votes_missing({ missing: quantity(meter.missing, unit), reach: reach(meter) });
}

/** 168 / 300，要到 200 */
export function meterText(meter: Meter): string {
	return m.votes_meter_text({
		value: grouped(meter.value),
		total: grouped(meter.total),
		needed: grouped(meter.needed)
	});
}

/** What came out; in the reader's language unless another is asked for. */
export function outcomeSentence(outcome: Explanation['outcome'], options: { locale?: 'zh-CN' | 'en' } = {}): string {
	const sentence = {
		passed: m.votes_result_passed,
		rejected: m.votes_result_rejected,
		'no-quorum': m.votes_result_no_quorum,
		advisory: m.votes_result_advisory,
		'run-off': m.votes_outcome_run_off,
		blocked: m.votes_state_counting
	}[outcome];
	return sentence({}, options);
}

type Ranked = Pick<RankedOption, 'label' | 'came'>;

/** What came out of a vote among options, with their names. */
export function optionsSentence(
	outcome: Explanation['outcome'],
	options: readonly Ranked[],
	locale: { locale?: 'zh-CN' | 'en' } = {}
): string {
	const named = (...came: Ranked['came'][]) =>
		options
			.filter((one) => came.includes(one.came))
			.map((one) => m.votes_option_quoted({ label: one.label }, locale))
			.join(m.votes_option_join({}, locale));
	const [chosen, tied, led] = [named('passed', 'seat'), named('run-off'), named('led')];
	switch (outcome) {
		case 'run-off':
			return (
				(chosen && m.votes_result_seats({ options: chosen }, locale)) + m.votes_result_tied({ options: tied }, locale)
			);
		case 'passed':
			return m.votes_result_chosen({ options: chosen }, locale);
		case 'rejected':
			return m.votes_result_none_chosen({}, locale);
		case 'advisory': {
			const lead = chosen
				? m.votes_result_proposed({ options: chosen }, locale)
				: led && m.votes_result_led({ options: led }, locale);
			return lead + outcomeSentence(outcome, locale);
		}
		default:
			return outcomeSentence(outcome, locale);
	}
}

/** Why it came out so, in one sentence a resident can follow. Among options the one in front is spoken of. */
export function resultSentence({
	outcome,
	clauses,
	options
}: Explanation & { options: readonly Ranked[] | null }): string {
	const lead = options ? optionsSentence(outcome, options) : outcomeSentence(outcome);
	if (clauses.length === 0) return lead;
	const first = options?.[0];
	const firstOf = clauses.findIndex(({ meter }) => meter.stage === 'approval');
	const said = clauses.map((one, i) =>
		first && i === firstOf ? m.votes_clause_of_option({ label: first.label }) + clause(one) : clause(one)
	);
	return lead + said.join(m.votes_clause_join()) + m.votes_clause_end();
}

function clause({ code, unit, meter }: Explanation['clauses'][number]): string {
	const say = {
		'participation-met': m.votes_clause_participation_met,
		'participation-short': m.votes_clause_participation_short,
		'approval-met': m.votes_clause_approval_met,
		'approval-short': m.votes_clause_approval_short
	}[code];
	const base = {
		roll: m.votes_base_roll,
		attendance: m.votes_base_attendance,
		participants: m.votes_base_participants,
		valid: m.votes_base_valid
	}[meter.base]();
	const words = say({
		base,
		value: quantity(meter.value, unit),
		total: quantity(meter.total, unit),
		needed: quantity(meter.needed, unit),
		missing: quantity(meter.missing ?? '0', unit),
		reach: reach(meter)
	});
	return (unit === 'area' ? m.votes_by_area() : '') + words;
}
