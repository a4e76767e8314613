import { and, eq, inArray, or } from 'drizzle-orm';
import { advance } from '#lib/domain/disclosure/disclosure.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { disclosure } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { disclosureFor, seriesOf } from './load-disclosure.ts';
import { noteDisclosure, tellOf } from './note-disclosure.ts';
import { sourceOf } from './sources.ts';

/**
 * Takes a published text away from the public at once, with a reason that stays in its place; for what should never have
 * been shown. With the latest version all before it go; an earlier one goes alone. A publisher or a reviewer does it
 * without a second person: a leak does not wait.
 */
export async function withdrawDisclosure(ctx: Context, id: string, reason: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await disclosureFor(a.db, a.actor, id, 'withdraw');
		if (!found.ok) return found;
		const { row, facts } = found.value;
		const next = advance(row.state, 'withdraw');
		if (!next.ok) return next;
		const first = seriesOf(row);
		const earlier = and(
			or(eq(disclosure.id, first), eq(disclosure.firstId, first)),
			inArray(disclosure.state, ['superseded'])
		);
		const latest = row.state === 'published';
		const gone = await a.db
			.update(disclosure)
			.set({ state: next.value, withdrawnAt: a.now, withdrawnReason: reason, pinnedUntil: null })
			.where(latest ? or(eq(disclosure.id, id), earlier) : eq(disclosure.id, id))
			.returning();
		for (const one of gone) await noteDisclosure(a, one, 'withdraw', reason);
		await tellOf(a, row, 'disclosure.withdrawn', facts.writerIds);
		if (latest && row.sourceType && row.sourceId) return sourceOf(row.sourceType)!.withdrawn(a, row.sourceId);
		return ok();
	});
}
