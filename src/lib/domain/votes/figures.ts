import type { Area } from '#lib/domain/shared/area.ts';
import type { Measure } from './rule.ts';

/** So many entries with so much area; `classes` counts heads of a class (owner members of a 物管会). */
export interface Totals {
	count: number;
	area: Area;
	classes?: Readonly<Record<string, number>>;
}

export const NOTHING: Totals = { count: 0, area: 0n };

export function plus(a: Totals, b: Totals): Totals {
	const sum: Totals = { count: a.count + b.count, area: a.area + b.area };
	if (!a.classes && !b.classes) return sum;
	const classes: Record<string, number> = { ...a.classes };
	for (const [name, count] of Object.entries(b.classes ?? {})) classes[name] = (classes[name] ?? 0) + count;
	return { ...sum, classes };
}

export function measured(totals: Totals, measure: Measure): bigint {
	if (measure === 'count') return BigInt(totals.count);
	if (measure === 'area') return totals.area;
	return BigInt(totals.classes?.[measure.slice('count:'.length)] ?? 0);
}

/** The larger is the one with more heads, then with more area. 0: equal on both. */
export function compareTotals(a: Totals, b: Totals): number {
	if (a.count !== b.count) return a.count - b.count;
	return a.area === b.area ? 0 : a.area > b.area ? 1 : -1;
}

export const CHOICES = ['for', 'against', 'abstain', 'spoiled'] as const;
export type Choice = (typeof CHOICES)[number];

/** Everything an outcome follows from. A ballot that does not count (a conflict of co-owners) is in none of them. */
export interface Figures extends Record<Choice, Totals> {
	roll: Totals;
	/** Checked in for this vote, plus remote casters. Without it: those who cast. */
	attendance?: Totals;
	/** Served, and silent: used only where the rule lets them follow the majority. */
	silentServed?: Totals;
}

export const NO_FIGURES: Figures = {
	roll: NOTHING,
	for: NOTHING,
	against: NOTHING,
	abstain: NOTHING,
	spoiled: NOTHING
};

/** Ballots that are valid: spoiled ones are not. */
export function validBallots(f: Figures): Totals {
	return plus(plus(f.for, f.against), f.abstain);
}

/** Who took part: authentic ballots, abstentions included, spoiled ones as the rule says. */
export function participants(f: Figures, spoiled: 'participates' | 'excluded'): Totals {
	return spoiled === 'participates' ? plus(validBallots(f), f.spoiled) : validBallots(f);
}

export function attendance(f: Figures): Totals {
	return f.attendance ?? plus(validBallots(f), f.spoiled);
}
