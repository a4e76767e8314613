import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { area, auditEntry, auditHead } from '../../db/schema/index.ts';
import type { PublishedHead } from './heads.ts';
import { GENESIS, linkAfter, type ChainedRow, type Link } from './chain.ts';

export interface ChainReport {
	/** Code of the area, or `-` for the installation's own chain. */
	area: string;
	rows: number;
	head: string;
	/** The first place where the chain does not hold. */
	broken?: { seq: number; id: string | null; reason: string };
}

const PAGE = 5_000;

/**
 * Recomputes every chain from its first row, and looks in it for each published head: those in the database, and `kept`,
 * which somebody took from the page of heads before.
 */
export async function verifyAudit(
	database: Database,
	kept: readonly Pick<PublishedHead, 'area' | 'seq' | 'hash'>[] = []
): Promise<ChainReport[]> {
	const { db } = database;
	const areas = await db.select({ id: area.id, code: area.code }).from(area).orderBy(asc(area.code));
	const reports: ChainReport[] = [];
	for (const { id, code } of [{ id: null, code: '-' }, ...areas]) {
		const heads = await db
			.select()
			.from(auditHead)
			.where(id ? eq(auditHead.areaId, id) : isNull(auditHead.areaId));
		// what was kept outside speaks louder than what the database says of itself
		const all = [...heads, ...kept.filter((head) => head.area === code)];
		reports.push(await verifyChain(database, id, code, new Map(all.map(({ seq, hash }) => [seq, hash]))));
	}
	return reports;
}

/** Rows that no sealer has chained yet: those of the last seconds, or of a portal that is not running. */
export const unsealedRows = ({ db }: Database): Promise<number> => db.$count(auditEntry, isNull(auditEntry.seq));

async function verifyChain(
	{ db }: Database,
	areaId: string | null,
	code: string,
	published: Map<number, string>
): Promise<ChainReport> {
	let before: Omit<Link, 'prev'> = GENESIS;
	const broken = (seq: number, id: string | null, reason: string): ChainReport => ({
		area: code,
		rows: before.seq,
		head: before.hash,
		broken: { seq, id, reason }
	});
	for (;;) {
		const rows = await db
			.select()
			.from(auditEntry)
			.where(
				and(
					areaId ? eq(auditEntry.areaId, areaId) : isNull(auditEntry.areaId),
					isNotNull(auditEntry.seq),
					gt(auditEntry.seq, before.seq)
				)
			)
			.orderBy(asc(auditEntry.seq))
			.limit(PAGE);
		for (const row of rows) {
			const wanted = linkAfter(before, row as ChainedRow);
			if (row.seq !== wanted.seq) return broken(wanted.seq, null, 'the row is missing');
			if (row.prev !== wanted.prev) return broken(row.seq, row.id, 'does not follow the row before it');
			if (row.hash !== wanted.hash) return broken(row.seq, row.id, 'was changed after it was sealed');
			const head = published.get(row.seq);
			if (head && head !== row.hash) return broken(row.seq, row.id, 'is not the head that was published');
			before = wanted;
		}
		if (rows.length < PAGE) break;
	}
	const beyond = [...published.keys()].filter((seq) => seq > before.seq).sort((a, b) => a - b)[0];
	if (beyond) return broken(before.seq + 1, null, 'the rows from here to a published head are missing');
	return { area: code, rows: before.seq, head: before.hash };
}
