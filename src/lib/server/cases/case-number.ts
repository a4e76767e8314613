import { sql } from 'drizzle-orm';
import { dayOf } from '#lib/domain/shared/working-time.ts';
import type { Act } from '../platform/act.ts';

/**
 * The next case number of the community: its letters, the year in Shanghai, a sequence (`FLY-2026-0147`). Taken under the
 * counter's row lock, so two reports at once get two numbers, and a report that is rolled back leaves no gap.
 */
export async function nextCaseNumber(a: Act, community: { code: string; letters: string | null }): Promise<string> {
	const prefix = `${community.letters ?? community.code}-${dayOf(a.now).slice(0, 4)}`;
	const [row] = await a.db.execute<{ value: string }>(sql`
		insert into counter (scope, value) values (${`case-number:${prefix}`}, 1)
		on conflict (scope) do update set value = counter.value + 1
		returning value`);
	return `${prefix}-${String(row!.value).padStart(4, '0')}`;
}
