import { and, eq } from 'drizzle-orm';
import { answerDueAt, missing, takesSupport } from '#lib/domain/proposals/proposal.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { proposalSupport } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import { setClock } from '../platform/clocks.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { changeProposal, noteProposal } from './change-proposal.ts';
import { proposalFor, supportersOf, type LoadedProposal } from './load-proposal.ts';
import { tellOf } from './tell.ts';

/**
 * Stands behind a proposal: once a person, however often the form is sent. Who brings it to the number that it needs
 * makes it ready, and the committee's term begins. Refusals: the policy's, `proposals.not-now`, `proposals.gathering-over`.
 */
export const supportProposal = (ctx: Context, id: string): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await openFor(a, id);
		if (!found.ok) return found;
		const { row } = found.value;
		const added = await a.db
			.insert(proposalSupport)
			.values({ id: newId(), proposalId: id, personId: a.actor!.personId, createdAt: a.now })
			.onConflictDoNothing()
			.returning({ id: proposalSupport.id });
		if (!added.length) return ok();
		await noteProposal(a, row, 'supported');
		const supporters = await supportersOf(a.db, id);
		if (row.state === 'gathering' && !missing({ needed: row.needed, supporters })) await reach(a, found.value);
		return ok();
	});

/** Takes the own support back. A proposal that was ready stays so. Refusals as above. */
export const takeSupportBack = (ctx: Context, id: string): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await openFor(a, id);
		if (!found.ok) return found;
		const gone = await a.db
			.delete(proposalSupport)
			.where(and(eq(proposalSupport.proposalId, id), eq(proposalSupport.personId, a.actor!.personId)))
			.returning({ id: proposalSupport.id });
		if (gone.length) await noteProposal(a, found.value.row, 'support-taken-back');
		return ok();
	});

async function openFor(a: Act, id: string): Promise<Result<LoadedProposal>> {
	const found = await proposalFor(a, id, 'support');
	if (!found.ok) return found;
	const { row } = found.value;
	if (!takesSupport(row.state)) return refuse('proposals.not-now');
	// the clock may be a second late
	if (row.state === 'gathering' && a.now >= row.gatherUntil) return refuse('proposals.gathering-over');
	return found;
}

async function reach(a: Act, loaded: LoadedProposal): Promise<void> {
	const dueAt = answerDueAt(a.now);
	const done = await changeProposal(a, loaded, 'reach', { readyAt: a.now, answerDueAt: dueAt });
	if (!done.ok) return;
	await setClock(a, ['proposal', loaded.row.id], 'answer', dueAt);
	await tellOf(a, loaded, 'ready', ['author']);
	await tellOf(a, loaded, 'waits', ['conveners']);
}
