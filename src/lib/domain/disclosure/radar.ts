import { currentPeriod, dueAfterPeriod, periodsBefore, type Cycle } from './periods.ts';

/** An item of the catalogue, as far as its terms go. */
export interface Duty {
	cycle: Cycle;
	/** Working days after the end of a period. */
	withinDays: number | null;
}

/**
 * `overdue`: a period (or an item that must always stand) is missing after its term. `soon`: it is missing and its term
 * ends within ten days. `open`: it is missing and there is time. `done`: nothing is missing. `on-occurrence`: only when
 * something happens.
 */
export type DutyState = 'overdue' | 'soon' | 'open' | 'done' | 'on-occurrence';

export interface DutyStanding {
	state: DutyState;
	/** Periods that are missing, the oldest first; empty for what has none. */
	missing: string[];
	/** When the oldest that is missing was or is due; where nothing is missing, when the next will be. */
	dueAt: Date | null;
}

const SOON_MS = 10 * 86_400_000;
/** A missing period is not forgotten for a year. */
const LOOKED_BACK: Partial<Record<Cycle, number>> = { monthly: 12, quarterly: 4, 'half-yearly': 2, yearly: 1 };
/** Working days that a new organisation has for what must always stand. */
const STANDING_DAYS = 20;

/**
 * How a duty stands at `now`. `published` are the periods that are public (for what has no periods: any entry), `since`
 * when the organisation took up work: what ended before is not asked of it.
 */
export function dutyStanding(duty: Duty, published: ReadonlySet<string>, since: Date, now: Date): DutyStanding {
	const { cycle } = duty;
	if (cycle === 'on-occurrence') return { state: 'on-occurrence', missing: [], dueAt: null };
	if (cycle === 'standing') {
		if (published.size) return { state: 'done', missing: [], dueAt: null };
		return missingSince([], dueAfterPeriod({ name: '', endsAt: since }, STANDING_DAYS), now);
	}
	const within = duty.withinDays ?? 0;
	const missing = periodsBefore(cycle, now, LOOKED_BACK[cycle]!)
		.filter(({ name, endsAt }) => endsAt > since && !published.has(name))
		.reverse();
	if (missing.length) {
		return missingSince(
			missing.map(({ name }) => name),
			dueAfterPeriod(missing[0]!, within),
			now
		);
	}
	return { state: 'done', missing: [], dueAt: dueAfterPeriod(currentPeriod(cycle, now)!, within) };
}

function missingSince(missing: string[], dueAt: Date, now: Date): DutyStanding {
	const left = dueAt.getTime() - now.getTime();
	return { state: left < 0 ? 'overdue' : left <= SOON_MS ? 'soon' : 'open', missing, dueAt };
}

/** Something that happened, such as minutes that were sealed, and must be published within its term. */
export function occurrenceStanding(dueAt: Date, now: Date): DutyStanding {
	return missingSince([], dueAt, now);
}
