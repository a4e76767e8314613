import * as v from 'valibot';
import { AREA_PATTERN, parseArea } from '#lib/domain/shared/area.ts';
import { CHANNELS } from './count-ballots.ts';
import { CHOICES } from './figures.ts';
import { RuleTestSchema } from './rule.ts';

const AreaSchema = v.pipe(v.string(), v.regex(AREA_PATTERN), v.transform(parseArea));
const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const TotalsSchema = v.object({ count: v.optional(CountSchema, 0), area: v.optional(AreaSchema, '0') });
const TotalsOrNothing = v.optional(TotalsSchema, {});
const NameSchema = v.pipe(v.string(), v.nonEmpty());
const ChoiceSchema = v.picklist(CHOICES);
const ClockSchema = v.pipe(v.number(), v.safeInteger());

/** A rule of a case file: what is not written means the plainest reading. */
const CaseRuleSchema = v.object({
	participation: v.optional(v.array(RuleTestSchema), []),
	approval: v.optional(v.array(RuleTestSchema), []),
	spoiled: v.optional(v.picklist(['participates', 'excluded']), 'participates'),
	followMajority: v.optional(v.boolean(), false),
	proxyCap: v.optional(v.nullable(CountSchema), null)
});

const FiguresCaseSchema = v.object({
	kind: v.literal('figures'),
	rule: CaseRuleSchema,
	roll: TotalsOrNothing,
	for: TotalsOrNothing,
	against: TotalsOrNothing,
	abstain: TotalsOrNothing,
	spoiled: TotalsOrNothing,
	silentServed: TotalsOrNothing
});

const BallotSchema = v.pipe(
	v.object({
		unit: NameSchema,
		by: NameSchema,
		channel: v.picklist(CHANNELS),
		choice: v.optional(ChoiceSchema),
		at: ClockSchema,
		entries: v.optional(v.strictTuple([ChoiceSchema, ChoiceSchema])),
		adjudicated: v.optional(ChoiceSchema)
	}),
	v.check((b) => b.choice !== undefined || b.entries !== undefined, 'a ballot needs a choice or two readings')
);

const BallotsCaseSchema = v.object({
	kind: v.literal('ballots'),
	rule: CaseRuleSchema,
	units: v.array(v.object({ id: NameSchema, area: AreaSchema, owners: v.pipe(v.array(NameSchema), v.nonEmpty()) })),
	proxies: v.optional(
		v.array(v.object({ unit: NameSchema, agent: NameSchema, at: ClockSchema, revokedAt: v.nullish(ClockSchema) })),
		[]
	),
	ballots: v.optional(v.array(BallotSchema), []),
	silentServed: TotalsOrNothing
});

const SeatsCaseSchema = v.object({
	kind: v.literal('seats'),
	rule: CaseRuleSchema,
	seats: CountSchema,
	participants: TotalsOrNothing,
	candidates: v.array(v.object({ id: NameSchema, ...TotalsSchema.entries }))
});

const OptionsCaseSchema = v.object({
	kind: v.literal('options'),
	rule: CaseRuleSchema,
	method: v.picklist(['single', 'approval', 'seats']),
	seats: v.optional(CountSchema),
	roll: TotalsOrNothing,
	/** Entries that chose at least one option. */
	for: TotalsOrNothing,
	abstain: TotalsOrNothing,
	spoiled: TotalsOrNothing,
	options: v.array(v.object({ id: NameSchema, ...TotalsSchema.entries }))
});

/** One worked case: totals, raw ballots, candidates for seats, or what each of several options got (the format of `npm run tally`). */
export const TallyCaseSchema = v.variant('kind', [
	FiguresCaseSchema,
	BallotsCaseSchema,
	SeatsCaseSchema,
	OptionsCaseSchema
]);
export type TallyCase = v.InferOutput<typeof TallyCaseSchema>;
export type BallotsCase = v.InferOutput<typeof BallotsCaseSchema>;
