import { leastPart, parseFraction, reaches } from '#lib/domain/shared/fraction.ts';
import {
	attendance,
	compareTotals,
	measured,
	participants,
	plus,
	validBallots,
	type Figures,
	type Totals
} from './figures.ts';
import { decidesNothing, type Base, type Rule, type RuleTest } from './rule.ts';

export type Outcome = 'passed' | 'rejected' | 'no-quorum' | 'run-off' | 'advisory' | 'blocked';

/** One test of the rule held against the figures; `needed` is the least value that holds. */
export interface TestResult {
	stage: 'participation' | 'approval';
	test: RuleTest;
	value: bigint;
	base: bigint;
	needed: bigint;
	met: boolean;
}

/** Silent entries join the larger of for and against; equal on both measures, they join nobody. */
function followers(rule: Rule, f: Figures): { to: 'for' | 'against' | null; totals: Totals } {
	const totals = f.silentServed ?? { count: 0, area: 0n };
	const lead = compareTotals(f.for, f.against);
	if (!rule.followMajority || lead === 0) return { to: null, totals };
	return { to: lead > 0 ? 'for' : 'against', totals };
}

function baseTotals(base: Base, rule: Rule, f: Figures): Totals {
	switch (base) {
		case 'roll':
			return f.roll;
		case 'attendance':
			return attendance(f);
		case 'participants':
			return participants(f, rule.spoiled);
		case 'valid':
			return validBallots(f);
		default:
			return base satisfies never;
	}
}

function hold(stage: TestResult['stage'], test: RuleTest, part: Totals, whole: Totals): TestResult {
	const value = measured(part, test.measure);
	const base = measured(whole, test.measure);
	const threshold = parseFraction(test.threshold);
	return {
		stage,
		test,
		value,
		base,
		needed: leastPart(base, threshold, test.compare),
		// nothing of nothing decides nothing: an empty roll, or no ballot, passes no test
		met: base > 0n && reaches(value, base, threshold, test.compare)
	};
}

/** Who counts as taking part: attendance where the approval's base is attendance, else authentic ballots. */
export function partaking(rule: Rule, f: Figures): Totals {
	return rule.approval.some((t) => t.base === 'attendance') ? attendance(f) : participants(f, rule.spoiled);
}

/** Holds each participation test against the roll. */
export function participationTests(rule: Rule, f: Figures): TestResult[] {
	return rule.participation.map((test) => hold('participation', test, partaking(rule, f), f.roll));
}

/** Holds each approval test: only "for" counts, so a tie, an abstention and a spoiled ballot never help. */
export function approvalTests(rule: Rule, f: Figures): TestResult[] {
	const silent = followers(rule, f);
	const approving = silent.to === 'for' ? plus(f.for, silent.totals) : f.for;
	return rule.approval.map((test) => {
		const base = baseTotals(test.base, rule, f);
		const joined = silent.to && test.base !== 'roll' ? plus(base, silent.totals) : base;
		return hold('approval', test, approving, joined);
	});
}

/** The outcome of for/against/abstain. A rule without any test only advises. */
export function decide(rule: Rule, f: Figures): Outcome {
	if (decidesNothing(rule)) return 'advisory';
	if (!participationTests(rule, f).every((t) => t.met)) return 'no-quorum';
	return approvalTests(rule, f).every((t) => t.met) ? 'passed' : 'rejected';
}
