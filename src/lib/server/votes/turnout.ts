import { sql } from 'drizzle-orm';
import { NO_FIGURES, type Figures } from '#lib/domain/votes/figures.ts';
import type { Db } from '../db/client.ts';
import { tookPart } from './took-part.ts';

/**
 * Who has voted, never how: an entry counts with its first ballot or its paper, in a secret vote once it has drawn one. (Co-owners who differ are found at the count only: a
 * turnout that knew would tell each of them what the other chose.) As figures whose every ballot is an abstention.
 */
export async function turnout(db: Db, voteId: string): Promise<Figures> {
	const [row] = await db.execute<{ roll: number; roll_area: string; cast: number; cast_area: string }>(sql`
		select count(*)::int as roll, coalesce(sum(area_centi), 0)::text as roll_area,
			count(*) filter (where voted)::int as cast, coalesce(sum(area_centi) filter (where voted), 0)::text as cast_area
		from (
			select e.area_centi, ${tookPart(sql`${voteId}`, sql`e.id`)} as voted
			from roll_entry e where e.vote_id = ${voteId}
		) entries`);
	return {
		...NO_FIGURES,
		roll: { count: row!.roll, area: BigInt(row!.roll_area) },
		abstain: { count: row!.cast, area: BigInt(row!.cast_area) }
	};
}
