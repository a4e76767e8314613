import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { startLoop, type Loop } from './loop.ts';

const LOCK = 8_154_011;
const BATCH = 1_000;
/** The channel on which processes hear that rows up to a position can be read. */
export const NEWS_CHANNEL = 'gongjian_news';

let relay: Loop | undefined;

/** Says that an act of this process has committed news. Harmless where no relay runs (command-line tools, tests). */
export const wakeRelay = (): void => relay?.wake();

/**
 * Stamps and announces what acts have written, at once after acts of this process and every second for those of
 * others. 25 ms lie between two rounds, so that a burst of acts shares them.
 */
export function startRelay(database: Database): Loop {
	relay = startLoop('outbox', 1_000, () => relayOutbox(database), 25);
	return relay;
}

/**
 * Gives every committed row its position. A sequence taken inside the act would not do: acts commit in another order
 * than they take numbers, and a reader at position 7 would never see 6 arrive. Here one process at a time stamps what
 * it can see, so that whoever has read up to a position has read everything below it.
 */
export async function relayOutbox(database: Database): Promise<number> {
	let total = 0;
	for (;;) {
		const { stamped, upTo } = await stamp(database);
		if (!stamped) return total;
		total += stamped;
		// after the commit and by itself: NOTIFY inside a transaction makes all commits wait for one another
		await database.sql`select pg_notify(${NEWS_CHANNEL}, ${String(upTo)})`;
		if (stamped < BATCH) return total;
	}
}

async function stamp(database: Database): Promise<{ stamped: number; upTo: number }> {
	return database.db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
		const [row] = await tx.execute<{ stamped: number; up_to: string | null }>(sql`
			with waiting as (
				select id, row_number() over (order by id) as n from outbox where position is null order by id limit ${BATCH}
			), head as (
				insert into counter as c (scope, value) select 'outbox', count(*) from waiting having count(*) > 0
				on conflict (scope) do update set value = c.value + excluded.value
				returning value
			), stamped as (
				update outbox o set position = head.value - (select count(*) from waiting) + waiting.n
				from waiting, head where o.id = waiting.id
				returning o.position
			)
			select count(*)::int as stamped, max(position) as up_to from stamped`);
		return { stamped: row!.stamped, upTo: Number(row!.up_to ?? 0) };
	});
}
