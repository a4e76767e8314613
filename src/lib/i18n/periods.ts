import { m } from './paraglide/messages.js';

/** 2026-Q3 → 2026年第三季度 */
export function periodName(period: string | null): string {
	if (!period) return '';
	const [year, part] = period.split('-') as [string, string?];
	if (!part) return m.disclosure_period_year({ year });
	if (part.startsWith('Q')) return m.disclosure_period_quarter({ year, quarter: part.slice(1) });
	if (part.startsWith('H')) {
		return part === 'H1' ? m.disclosure_period_first_half({ year }) : m.disclosure_period_second_half({ year });
	}
	return m.disclosure_period_month({ year, month: Number(part) });
}
