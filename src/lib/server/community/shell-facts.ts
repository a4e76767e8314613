import type { Context } from '../platform/context.ts';

export interface Place {
	code: string;
	name: string;
}

/**
 * What every page's frame needs, in one trip: the moment on the portal's clock, the names of the areas with these codes
 * (in the order asked for, unknown ones left out), and how many notifications the person has not read.
 */
export async function shellFacts(
	{ database, actor }: Context,
	codes: readonly string[]
): Promise<{ now: Date; places: Place[]; unread: number }> {
	const [row] = await database.sql<{ now: string; places: Place[]; unread: number }[]>`
		select app_now() as now,
			coalesce((select jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name) order by w.place)
				from unnest(${[...codes]}::text[]) with ordinality as w (code, place) join area a on a.code = w.code), '[]') as places,
			(select count(*)::int from notification where person_id = ${actor?.personId ?? null} and read_at is null) as unread`;
	return { now: new Date(row!.now), places: row!.places, unread: row!.unread };
}
