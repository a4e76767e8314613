import { compareTotals, NO_FIGURES, type Totals } from './figures.ts';
import { approvalTests } from './decide.ts';
import type { Rule } from './rule.ts';

export interface Candidate extends Totals {
	id: string;
}

export interface SeatsResult {
	/** Elected, in rank order. */
	elected: string[];
	/** Equal on both measures across the last seat: a run-off between them, never the order of rows. */
	runOff: string[];
}

/**
 * Fills `seats` with the candidates who pass every approval test, ranked by heads, then area. Fewer are elected
 * where candidates are equal across the last seat; those equal ones, sorted by id, go to a run-off.
 */
export function fillSeats(
	rule: Rule,
	seats: number,
	participants: Totals,
	candidates: readonly Candidate[]
): SeatsResult {
	return seatsOf(
		seats,
		candidates.filter((c) => passes(rule, participants, c))
	);
}

/** The seats among those who may take one. */
export function seatsOf(seats: number, passing: readonly Candidate[]): SeatsResult {
	const ranked = [...passing].sort(byRank);
	const first = ranked[seats];
	const last = ranked[seats - 1];
	if (!first || !last || compareTotals(first, last) !== 0) {
		return { elected: ranked.slice(0, seats).map((c) => c.id), runOff: [] };
	}
	const equal = (c: Candidate) => compareTotals(c, last) === 0;
	return {
		elected: ranked.filter((c) => !equal(c) && compareTotals(c, last) > 0).map((c) => c.id),
		runOff: ranked.filter(equal).map((c) => c.id)
	};
}

/** The one with more heads, then more area, in front; equal ones by id, which says nothing of their rank. */
export const byRank = (a: Candidate, b: Candidate): number => compareTotals(b, a) || (a.id < b.id ? -1 : 1);

/** A candidate's supporters are "for"; everyone else who took part is the rest of the base. */
function passes(rule: Rule, participants: Totals, c: Candidate): boolean {
	const rest = { count: participants.count - c.count, area: participants.area - c.area };
	return approvalTests(rule, { ...NO_FIGURES, roll: participants, for: c, abstain: rest }).every((t) => t.met);
}
