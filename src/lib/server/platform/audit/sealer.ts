import { asc, isNull, sql } from 'drizzle-orm';
import type { Database, Db } from '../../db/client.ts';
import { auditEntry } from '../../db/schema/index.ts';
import { startLoop, type Loop } from '../loop.ts';
import { GENESIS, linkAfter, type ChainedRow, type Link } from './chain.ts';
import { publishHeads } from './heads.ts';

const LOCK = 8_154_012;
const BATCH = 2_000;

/** Chains new audit rows every 2 s, and publishes each chain's head once a day. Any number of processes may do so. */
export function startSealer(database: Database): Loop {
	let published: string | undefined;
	return startLoop('audit sealer', 2_000, async () => {
		await sealAudit(database);
		published = await publishHeads(database, published);
	});
}

/** Appends every unchained row to the chain of its area, in order of writing. Answers how many. */
export async function sealAudit(database: Database): Promise<number> {
	for (let total = 0; ;) {
		const sealed = await database.db.transaction(sealBatch);
		total += sealed;
		if (sealed < BATCH) return total;
	}
}

async function sealBatch(tx: Db): Promise<number> {
	// one sealer at a time: two would give two rows the same predecessor
	await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
	const rows = await tx
		.select()
		.from(auditEntry)
		.where(isNull(auditEntry.seq))
		.orderBy(asc(auditEntry.id))
		.limit(BATCH);
	const heads = new Map<string | null, Omit<Link, 'prev'>>();
	const links: (Link & { id: string })[] = [];
	for (const row of rows as ChainedRow[]) {
		const before = heads.get(row.areaId) ?? (await headOf(tx, row.areaId));
		const link = linkAfter(before, row);
		heads.set(row.areaId, link);
		links.push({ id: row.id, ...link });
	}
	await tx.execute(sql`
		update audit_entry e set seq = l.seq, prev = l.prev, hash = l.hash
		from json_to_recordset(${JSON.stringify(links)}::text::json) as l(id uuid, seq bigint, prev text, hash text)
		where e.id = l.id`);
	return rows.length;
}

async function headOf(tx: Db, areaId: string | null): Promise<Omit<Link, 'prev'>> {
	const [row] = await tx.execute<{ seq: string; hash: string }>(sql`
		select seq, hash from audit_entry
		where coalesce(area_id, ${NO_AREA}::uuid) = coalesce(${areaId}::uuid, ${NO_AREA}::uuid) and seq is not null
		order by seq desc limit 1`);
	return row ? { seq: Number(row.seq), hash: row.hash } : GENESIS;
}

/** Stands for "no area" in the index that keeps the installation's own chain single. */
const NO_AREA = '00000000-0000-0000-0000-000000000000';
