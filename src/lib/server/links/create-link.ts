import { link } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { newId } from '../platform/ids.ts';

/** Says in the act's transaction that `to` came from `from` (and, where it has one, from that block of it). */
export async function createLink(
	a: Act,
	{
		communityId,
		from,
		to
	}: {
		communityId: string;
		from: { type: string; id: string; block?: string | null };
		to: { type: string; id: string };
	}
): Promise<void> {
	await a.db.insert(link).values({
		id: newId(),
		communityId,
		fromType: from.type,
		fromId: from.id,
		fromBlock: from.block ?? null,
		toType: to.type,
		toId: to.id,
		createdBy: a.actor?.personId ?? null,
		createdAt: a.now
	});
}
