import { eq } from 'drizzle-orm';
import { formatArea } from '#lib/domain/shared/area.ts';
import { rollChanges, type RollText } from '#lib/domain/votes/roll-changes.ts';
import type { Db } from '../db/client.ts';
import { insertRows } from '../db/insert-rows.ts';
import { rollCorrection, rollEntry } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';
import type { VoteRow } from './load-vote.ts';
import { buildRoll } from './roll.ts';

/** Makes the roll anew at the opening, and writes down what has been put right since it was laid open. */
export async function correctRoll(a: Act, row: VoteRow): Promise<{ entries: number; corrections: number }> {
	const before = await textsOf(a.db, row.id);
	const entries = await buildRoll(a.db, row);
	const changes = rollChanges(before, await textsOf(a.db, row.id));
	await insertRows(
		a.db,
		rollCorrection,
		changes.map((change) => ({ id: newId(), voteId: row.id, ...change, at: a.now }))
	);
	return { entries, corrections: changes.length };
}

async function textsOf(db: Db, voteId: string): Promise<RollText[]> {
	const rows = await db
		.select({ key: rollEntry.key, label: rollEntry.label, area: rollEntry.areaCenti })
		.from(rollEntry)
		.where(eq(rollEntry.voteId, voteId));
	return rows.map(({ key, label, area }) => ({ key, text: area > 0n ? `${label} ${formatArea(area)}㎡` : label }));
}
