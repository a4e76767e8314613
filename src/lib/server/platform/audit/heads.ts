import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { readNow } from '../act.ts';
import { newId } from '../ids.ts';

/** The day in Shanghai, 2026-11-24. */
const dayOf = (moment: Date) => moment.toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/**
 * Publishes, once a day, where each chain stood at the end of the day before. Whoever kept such a head can show that
 * rows were changed or cut off later. A chain that has not grown since its last published head needs no new one.
 * Answers the day it did so for, which the next call is handed back as `done`.
 */
export async function publishHeads(database: Database, done?: string): Promise<string> {
	const now = await readNow(database.db);
	const yesterday = dayOf(new Date(now.getTime() - 86_400_000));
	if (done === yesterday) return done;
	const heads = await database.db.execute<{ area_id: string | null; seq: string; hash: string }>(sql`
		select h.area_id, h.seq, h.hash
		from (
			select distinct on (area_id) area_id, seq, hash from audit_entry where seq is not null order by area_id, seq desc
		) h
		where not exists (select from audit_head p where p.area_id is not distinct from h.area_id and p.seq = h.seq)`);
	for (const { area_id, seq, hash } of heads) {
		await database.db.execute(sql`
			insert into audit_head (id, area_id, day, seq, hash) values (${newId()}, ${area_id}, ${yesterday}, ${seq}, ${hash})
			on conflict do nothing`);
	}
	return yesterday;
}

/** Where a chain stood at the end of a day, as everybody may keep it. */
export interface PublishedHead {
	day: string;
	/** Code of the area, or `-` for the installation's own chain. */
	area: string;
	areaName: string | null;
	/** Rows up to then. */
	seq: number;
	hash: string;
}

/** The heads published, the latest day first. */
export async function publishedHeads({ sql: query }: Database, most: number, before = 0): Promise<PublishedHead[]> {
	return await query<PublishedHead[]>`
		select h.day, coalesce(a.code, '-') as area, a.name as "areaName", h.seq::float8 as seq, h.hash
		from audit_head h left join area a on a.id = h.area_id
		order by h.day desc, a.code nulls first limit ${most} offset ${before}`;
}

export const countHeads = async ({ sql: query }: Database): Promise<number> =>
	Number((await query`select count(*) as n from audit_head`)[0]!.n);
