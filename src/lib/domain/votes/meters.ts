import { formatArea } from '#lib/domain/shared/area.ts';
import { approvalTests, participationTests, type TestResult } from './decide.ts';
import type { Figures } from './figures.ts';
import type { Base, Measure, Rule } from './rule.ts';

/**
 * How far one test of the rule is, as a bar shows it: `value` of `total`, with a tick at `needed`. Quantities are exact
 * texts: heads as `"12"`, areas in square metres as `"830.50"`.
 */
export interface Meter {
	stage: TestResult['stage'];
	measure: Measure;
	base: Base;
	threshold: string;
	compare: '>' | '>=';
	value: string;
	total: string;
	needed: string;
	/** How much is still missing; null once the test holds. */
	missing: string | null;
}

/** Meters that may be shown while a vote is open: who took part, never how they chose. */
export function turnoutMeters(rule: Rule, figures: Figures): Meter[] {
	return participationTests(rule, figures).map(toMeter);
}

/** All meters, for after the publication. */
export function resultMeters(rule: Rule, figures: Figures): Meter[] {
	return [...participationTests(rule, figures), ...approvalTests(rule, figures)].map(toMeter);
}

function toMeter({ stage, test, value, base, needed, met }: TestResult): Meter {
	const write = (quantity: bigint) => (test.measure === 'area' ? formatArea(quantity) : quantity.toString());
	const missing = needed > value ? needed - value : needed;
	return {
		stage,
		measure: test.measure,
		base: test.base,
		threshold: test.threshold,
		compare: test.compare,
		value: write(value),
		total: write(base),
		needed: write(needed),
		missing: met ? null : write(missing)
	};
}
