import { and, eq } from 'drizzle-orm';
import { gatherUntil, MOST_GATHERING } from '#lib/domain/proposals/proposal.ts';
import { mayPropose } from '#lib/domain/proposals/proposals.policy.ts';
import type { ProposalInput } from '#lib/domain/proposals/proposals.schema.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { person, proposal } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { noteProposal } from './change-proposal.ts';
import { neededIn } from './rule.ts';

/**
 * Brings in a proposal; from then on it gathers support until its term ends. Answers its id. Refusals: the policy's,
 * `proposals.too-many`, `proposals.written-already` where a form was sent twice.
 */
export const writeProposal = (
	ctx: Context,
	community: { id: string; code: string },
	input: ProposalInput
): Promise<Result<string>> =>
	act(ctx, async (a) => {
		const may = mayPropose(a.actor, community.code);
		if (!may.ok) return may;
		const authorId = a.actor!.personId;
		// one after the other, so that the count below holds for two forms sent at once
		await a.db.select({ id: person.id }).from(person).where(eq(person.id, authorId)).for('no key update');
		const gathering = await a.db
			.select({ title: proposal.title })
			.from(proposal)
			.where(
				and(eq(proposal.communityId, community.id), eq(proposal.authorId, authorId), eq(proposal.state, 'gathering'))
			);
		if (gathering.some(({ title }) => title === input.title)) return refuse('proposals.written-already');
		if (gathering.length >= MOST_GATHERING) return refuse('proposals.too-many', { params: { count: MOST_GATHERING } });

		const id = newId();
		const until = gatherUntil(a.now);
		const needed = await neededIn(a.db, community.id);
		await a.db.insert(proposal).values({
			...{ id, communityId: community.id, authorId, ...input },
			...{ needed, gatherUntil: until, createdAt: a.now }
		});
		await setClock(a, ['proposal', id], 'gather', until);
		await noteProposal(a, { id, communityId: community.id }, 'written', { needed });
		return ok(id);
	});
