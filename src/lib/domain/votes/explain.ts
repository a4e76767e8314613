import type { Outcome } from './decide.ts';
import type { Figures } from './figures.ts';
import { resultMeters, type Meter } from './meters.ts';
import { ELECTORATES, type ElectorateKind } from './electorate.ts';
import type { Rule } from './rule.ts';

/** One clause of the sentence; `code` and `unit` choose the message, `meter` fills it. */
export interface Clause {
	code: 'participation-met' | 'participation-short' | 'approval-met' | 'approval-short';
	unit: 'household' | 'person' | 'area' | 'class';
	meter: Meter;
}

/** The result as data from which i18n makes sentences that a resident can follow. */
export interface Explanation {
	outcome: Outcome;
	clauses: Clause[];
	/** How many chose what, in heads. */
	shares: { for: number; against: number; abstain: number; spoiled: number };
}

/**
 * Why the outcome is what it is: each test that was reached with its figures. Without the participation nothing was
 * decided, so the approval is not spoken of.
 */
export function explain(rule: Rule, figures: Figures, outcome: Outcome, electorate: ElectorateKind): Explanation {
	const head = ELECTORATES[electorate];
	const spoken = resultMeters(rule, figures).filter((m) => outcome !== 'no-quorum' || m.stage === 'participation');
	const { for: agreed, against, abstain, spoiled } = figures;
	return {
		outcome,
		clauses: spoken.map((meter) => ({
			code: `${meter.stage}-${meter.missing === null ? 'met' : 'short'}` as const,
			unit: meter.measure === 'count' ? head : meter.measure === 'area' ? 'area' : 'class',
			meter
		})),
		shares: { for: agreed.count, against: against.count, abstain: abstain.count, spoiled: spoiled.count }
	};
}
