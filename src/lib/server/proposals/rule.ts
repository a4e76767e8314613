import { eq } from 'drizzle-orm';
import { DEFAULT_NEEDED } from '#lib/domain/proposals/proposal.ts';
import { mayAnswer } from '#lib/domain/proposals/proposals.policy.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { proposalRule } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';

/** How many people must stand behind a new proposal of this community. */
export async function neededIn(db: Db, communityId: string): Promise<number> {
	const [row] = await db
		.select({ needed: proposalRule.needed })
		.from(proposalRule)
		.where(eq(proposalRule.communityId, communityId));
	return row?.needed ?? DEFAULT_NEEDED;
}

/** Sets it for proposals that are written from now on. Refusals: the policy's. */
export const setNeeded = (ctx: Context, community: { id: string; code: string }, needed: number): Promise<Result> =>
	act(ctx, async (a) => {
		const may = mayAnswer(a.actor, community.code);
		if (!may.ok) return may;
		const row = { needed, setBy: a.actor!.personId, setAt: a.now };
		await a.db
			.insert(proposalRule)
			.values({ communityId: community.id, ...row })
			.onConflictDoUpdate({ target: proposalRule.communityId, set: row });
		await a.audit({
			act: 'proposals.rule-set',
			subject: ['area', community.id],
			areaId: community.id,
			data: { needed }
		});
		return ok();
	});
