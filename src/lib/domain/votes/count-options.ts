import { standingBallots, type BallotBox, type Channel } from './count-ballots.ts';
import { approvalTests, participationTests, type Outcome } from './decide.ts';
import { NO_FIGURES, NOTHING, plus, type Figures, type Totals } from './figures.ts';
import { ABSTAIN, chosenIn, isChoiceOn, OPTION_ID, type BallotSheet, type Method } from './options.ts';
import { decidesNothing, type Rule } from './rule.ts';
import { byRank, seatsOf, type Candidate } from './seats.ts';

/**
 * Figures of a vote among options: `for` holds the entries that chose at least one of them, `against` nobody. An entry
 * that approves of several stands in the totals of each.
 */
export type OptionsCount =
	| { blocked: true }
	| {
			blocked: false;
			figures: Figures;
			options: Candidate[];
			channels: Record<Channel, Totals>;
			conflicts: string[];
	  };

/** Counts ballots among options, each entry at most once for each of them. */
export function countOptions(box: BallotBox<string>, sheet: BallotSheet): OptionsCount {
	const standing = standingBallots(box, (choice) => isChoiceOn(sheet, choice));
	if (standing.blocked) return { blocked: true };
	const { counted, roll, attendance, channels, conflicts } = standing;
	const figures: Figures = { ...NO_FIGURES, roll, ...(attendance && { attendance }) };
	const own = sheet.options.filter(({ id }) => OPTION_ID.test(id));
	const totals = new Map<string, Totals>(own.map(({ id }) => [id, NOTHING]));
	for (const { choice, totals: entry } of counted) {
		const kind = choice === ABSTAIN || choice === 'spoiled' ? choice : 'for';
		figures[kind] = plus(figures[kind], entry);
		for (const id of chosenIn(choice)) totals.set(id, plus(totals.get(id)!, entry));
	}
	const options = [...totals].map(([id, sum]) => ({ id, ...sum }));
	return { blocked: false, figures, options, channels, conflicts };
}

/** The figures as one option meets the rule with: whoever chose it is for, whoever chose only others is against. */
export function figuresOf(figures: Figures, { count, area, classes }: Totals): Figures {
	const chose: Totals = { count, area, ...(classes && { classes }) };
	const rest = { count: figures.for.count - count, area: figures.for.area - area };
	return { ...figures, for: chose, against: restOf(figures.for.classes, chose, rest) };
}

function restOf(all: Totals['classes'], chose: Totals, rest: Totals): Totals {
	if (!all) return rest;
	const classes = Object.entries(all).map(([name, n]) => [name, n - (chose.classes?.[name] ?? 0)] as const);
	return { ...rest, classes: Object.fromEntries(classes) };
}

/** What comes out of a vote among options: who passed or took a seat, in rank order, and who is left for a run-off. */
export interface OptionsOutcome {
	outcome: Outcome;
	chosen: string[];
	runOff: string[];
}

/**
 * An option passes if it meets the approval tests, so a tie fails wherever more than half is asked for; the rest is
 * ranked only. Seats go to those who pass and whom somebody chose, by heads, then area; equals across the last seat go
 * to a run-off. A rule without tests advises, whatever the method.
 */
export function decideOptions(
	rule: Rule,
	{ method, seats }: { method: Method; seats?: number | null | undefined },
	figures: Figures,
	options: readonly Candidate[]
): OptionsOutcome {
	if (!participationTests(rule, figures).every((t) => t.met)) {
		return { outcome: 'no-quorum', chosen: [], runOff: [] };
	}
	const advises = decidesNothing(rule);
	const passing = options.filter(
		(option) => option.count > 0 && approvalTests(rule, figuresOf(figures, option)).every((t) => t.met)
	);
	if (method === 'seats') {
		const { elected, runOff } = seatsOf(seats ?? 1, passing);
		const outcome = runOff.length > 0 ? 'run-off' : advises ? 'advisory' : elected.length > 0 ? 'passed' : 'rejected';
		return { outcome, chosen: elected, runOff };
	}
	if (advises) return { outcome: 'advisory', chosen: [], runOff: [] };
	const chosen = [...passing].sort(byRank).map(({ id }) => id);
	return { outcome: chosen.length > 0 ? 'passed' : 'rejected', chosen, runOff: [] };
}
