import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/shared/actor.ts';

/** Does an office of the person reach over the area whose code stands in that column? In SQL; for nobody without an office. */
export function inReach({ memberships }: Person, code: SQL): SQL {
	const codes = [...new Set(memberships.map(({ areaCode }) => areaCode))];
	if (codes.length === 0) return sql`false`;
	return sql`(${sql.join(
		codes.map((own) => sql`${code} like ${`${own}%`}`),
		sql` or `
	)})`;
}
