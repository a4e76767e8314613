import { addWorkingDays, dayOf } from '../shared/working-time.ts';

export type Cycle = 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'on-occurrence' | 'standing';

/** Months in one period of a cycle that comes round. */
const MONTHS: Partial<Record<Cycle, number>> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };

const NAMES: Partial<Record<Cycle, RegExp>> = {
	monthly: /^\d{4}-(0[1-9]|1[0-2])$/,
	quarterly: /^\d{4}-Q[1-4]$/,
	'half-yearly': /^\d{4}-H[12]$/,
	yearly: /^\d{4}$/
};

/** One period: its name (2026-11, 2026-Q3, 2026-H1, 2026) and the first moment after it. */
export interface Period {
	name: string;
	endsAt: Date;
}

/** Is this how a period of the cycle is named? What is published on occurrence or stands for good has none. */
export function isPeriodOf(cycle: Cycle, period: string | null): boolean {
	return NAMES[cycle] ? period !== null && NAMES[cycle].test(period) : period === null;
}

/** The last periods of the cycle that were over at `now`, the latest first; days are those of Asia/Shanghai. */
export function periodsBefore(cycle: Cycle, now: Date, most: number): Period[] {
	const months = MONTHS[cycle];
	if (!months) return [];
	const [year, month] = dayOf(now).split('-').map(Number) as [number, number];
	const current = year * 12 + (month - 1) - ((month - 1) % months);
	return Array.from({ length: most }, (_, i) => periodAt(cycle, current - (i + 1) * months, months));
}

/** The period that `now` falls into; null for what has no periods. */
export function currentPeriod(cycle: Cycle, now: Date): Period | null {
	const months = MONTHS[cycle];
	if (!months) return null;
	const [year, month] = dayOf(now).split('-').map(Number) as [number, number];
	return periodAt(cycle, year * 12 + (month - 1) - ((month - 1) % months), months);
}

function periodAt(cycle: Cycle, firstMonth: number, months: number): Period {
	const year = Math.floor(firstMonth / 12);
	const month = firstMonth % 12;
	const after = firstMonth + months;
	const endsAt = new Date(Date.UTC(Math.floor(after / 12), after % 12, 1) - 8 * 3_600_000);
	const part: Partial<Record<Cycle, string>> = {
		monthly: `-${String(month + 1).padStart(2, '0')}`,
		quarterly: `-Q${month / 3 + 1}`,
		'half-yearly': `-H${month / 6 + 1}`
	};
	return { name: `${year}${part[cycle] ?? ''}`, endsAt };
}

/** When a period must be published: the close of work on the n-th working day after it has ended. */
export const dueAfterPeriod = ({ endsAt }: Period, withinDays: number): Date =>
	addWorkingDays(new Date(endsAt.getTime() - 1), withinDays).at;
