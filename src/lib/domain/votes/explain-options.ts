import { formatArea } from '#lib/domain/shared/area.ts';
import { decideOptions, figuresOf } from './count-options.ts';
import { compareTotals, type Figures } from './figures.ts';
import type { Method } from './options.ts';
import type { Rule } from './rule.ts';
import { byRank, type Candidate } from './seats.ts';

/** How one option came out. Equal ones share their rank; `area` in square metres. */
export interface RankedOption {
	id: string;
	label: string;
	rank: number;
	count: number;
	area: string;
	/** `led`: chosen most often where nothing is decided. */
	came: 'passed' | 'seat' | 'run-off' | 'led' | null;
}

interface Sheet {
	method: Method;
	seats?: number | null | undefined;
	options: readonly { id: string; label: string }[];
}

/** Every option in the order of its rank, with what became of it. */
export function rankOptions(rule: Rule, sheet: Sheet, figures: Figures, totals: readonly Candidate[]): RankedOption[] {
	const { outcome, chosen, runOff } = decideOptions(rule, sheet, figures, totals);
	const ranked = [...totals].sort(byRank);
	const leads = (one: Candidate) => one.count > 0 && compareTotals(one, ranked[0]!) === 0;
	return ranked.map((one) => ({
		id: one.id,
		label: sheet.options.find(({ id }) => id === one.id)!.label,
		rank: 1 + ranked.findIndex((other) => compareTotals(other, one) === 0),
		count: one.count,
		area: formatArea(one.area),
		came: chosen.includes(one.id)
			? sheet.method === 'seats'
				? 'seat'
				: 'passed'
			: runOff.includes(one.id)
				? 'run-off'
				: outcome === 'advisory' && sheet.method !== 'seats' && leads(one)
					? 'led'
					: null
	}));
}

/** The figures that the sentence on the result goes by: those of the option in front. */
export function leadingFigures(figures: Figures, totals: readonly Candidate[]): Figures {
	const [first] = [...totals].sort(byRank);
	return first ? figuresOf(figures, first) : figures;
}
