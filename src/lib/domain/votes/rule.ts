import * as v from 'valibot';
import { FRACTION_PATTERN } from '#lib/domain/shared/fraction.ts';

/** What a test counts: heads (households, owners, members), exclusive area, or heads of one class. */
export const MeasureSchema = v.union([
	v.picklist(['count', 'area']),
	v.custom<`count:${string}`>((x) => typeof x === 'string' && /^count:[a-z-]{1,40}$/.test(x))
]);
export type Measure = v.InferOutput<typeof MeasureSchema>;

/**
 * What a test compares with: everyone on the roll, those who attended (checked in for this vote, or cast from afar),
 * those whose ballot is authentic, or those whose ballot is valid.
 */
export const BASES = ['roll', 'attendance', 'participants', 'valid'] as const;
export type Base = (typeof BASES)[number];

export const RuleTestSchema = v.strictObject({
	measure: MeasureSchema,
	threshold: v.pipe(v.string(), v.regex(FRACTION_PATTERN)),
	compare: v.picklist(['>', '>=']),
	base: v.picklist(BASES)
});
export type RuleTest = v.InferOutput<typeof RuleTestSchema>;

export const RuleSchema = v.strictObject({
	/** Tests that must all hold before anything is decided; their base is always the roll. */
	participation: v.array(
		v.pipe(
			RuleTestSchema,
			v.check((t) => t.base === 'roll', 'participation is of the roll')
		)
	),
	/** Tests that "for" must all pass. None in either list: the vote only advises. */
	approval: v.array(RuleTestSchema),
	/** Does a spoiled ballot take part? (民法典第278条 asks for owners who "take part in the vote".) */
	spoiled: v.picklist(['participates', 'excluded']),
	/** Do entries that were served and stayed silent join the majority? Only where the owners' own rules say so. */
	followMajority: v.boolean(),
	/** How many proxies one agent may hold; null: no cap. */
	proxyCap: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
});
export type Rule = v.InferOutput<typeof RuleSchema>;

export function measures(rule: Pick<Rule, 'participation' | 'approval'>, measure: 'count' | 'area'): boolean {
	return [...rule.participation, ...rule.approval].some((t) => t.measure === measure);
}

/** A rule without any test asks for opinions. */
export function decidesNothing(rule: Pick<Rule, 'participation' | 'approval'>): boolean {
	return rule.participation.length === 0 && rule.approval.length === 0;
}
