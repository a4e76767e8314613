import { formatArea } from '#lib/domain/shared/area.ts';
import { countBallots } from './count-ballots.ts';
import { decideOptions, type OptionsOutcome } from './count-options.ts';
import { decide, type Outcome } from './decide.ts';
import { NO_FIGURES, participants, type Figures, type Totals } from './figures.ts';
import { ownersRoll } from './owners-roll.ts';
import { fillSeats, type SeatsResult } from './seats.ts';
import type { BallotsCase, TallyCase } from './tally-case.schema.ts';

export interface WrittenTotals {
	count: number;
	area: string;
}

export type WrittenFigures = Record<'roll' | 'participants' | 'for' | 'against' | 'abstain' | 'spoiled', WrittenTotals>;

export type TallyResult =
	{ outcome: Outcome } | ({ outcome: Outcome; conflicts: string[] } & WrittenFigures) | SeatsResult | OptionsOutcome;

/** Tallies one worked case, and answers as the case files write their expectation. Throws on a unit that is not there. */
export function tallyCase(input: TallyCase): TallyResult {
	switch (input.kind) {
		case 'figures':
			return { outcome: decide(input.rule, input) };
		case 'ballots':
			return tallyBallots(input);
		case 'seats':
			return fillSeats(input.rule, input.seats, input.participants, input.candidates);
		case 'options':
			return decideOptions(input.rule, input, { ...NO_FIGURES, ...input }, input.options);
		default:
			return input satisfies never;
	}
}

function tallyBallots({ rule, units, ballots, proxies, silentServed }: BallotsCase): TallyResult {
	const roll = ownersRoll(units);
	const entryOfUnit = new Map(roll.flatMap((e) => e.units.map((unit) => [unit, e.key])));
	const entryOf = (unit: string): string => {
		const entry = entryOfUnit.get(unit);
		if (entry === undefined) throw new RangeError(`no such unit: ${unit}`);
		return entry;
	};
	const count = countBallots({
		roll: roll.map((e) => ({ id: e.key, area: e.area })),
		ballots: ballots.map(({ unit, ...ballot }) => ({ ...ballot, entry: entryOf(unit) })),
		proxies: proxies.map(({ unit, revokedAt, ...proxy }) => ({
			...proxy,
			entry: entryOf(unit),
			...(revokedAt == null ? {} : { revokedAt })
		})),
		proxyCap: rule.proxyCap
	});
	if (count.blocked) return { outcome: 'blocked' };
	const figures = { ...count.figures, silentServed };
	return { outcome: decide(rule, figures), ...writeFigures(figures, rule.spoiled), conflicts: count.conflicts };
}

export function writeTotals({ count, area }: Totals): WrittenTotals {
	return { count, area: formatArea(area) };
}

/** The figures as they are published, areas in square metres with two decimals. */
export function writeFigures(f: Figures, spoiled: 'participates' | 'excluded'): WrittenFigures {
	return {
		roll: writeTotals(f.roll),
		participants: writeTotals(participants(f, spoiled)),
		for: writeTotals(f.for),
		against: writeTotals(f.against),
		abstain: writeTotals(f.abstain),
		spoiled: writeTotals(f.spoiled)
	};
}
