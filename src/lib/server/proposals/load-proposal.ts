import { count, eq } from 'drizzle-orm';
import { proposalPolicy, type ProposalAct, type ProposalFacts } from '#lib/domain/proposals/proposals.policy.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { area, proposal, proposalSupport } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';

export type ProposalRow = typeof proposal.$inferSelect;

export interface LoadedProposal {
	row: ProposalRow;
	facts: ProposalFacts;
}

/** A proposal with what the policy needs. `lock` makes others wait: support is counted by one after the other. */
export async function loadProposal(db: Db, id: string, { lock = false } = {}): Promise<LoadedProposal | undefined> {
	if (!isId(id)) return undefined;
	const found = db.select().from(proposal).where(eq(proposal.id, id));
	const [row] = await (lock ? found.for('update') : found);
	if (!row) return undefined;
	const [community] = await db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	return { row, facts: { communityCode: community!.code, authorId: row.authorId, state: row.state } };
}

/** The proposal, locked, if the actor may do `act` to it. Refusals: `form.not-found`, and the policy's. */
export async function proposalFor(a: Act, id: string, act: ProposalAct): Promise<Result<LoadedProposal>> {
	const loaded = await loadProposal(a.db, id, { lock: true });
	if (!loaded) return refuse('form.not-found');
	const decision = proposalPolicy(a.actor, act, loaded.facts);
	return decision.ok ? ok(loaded) : decision;
}

/** How many stand behind it now. */
export async function supportersOf(db: Db, proposalId: string): Promise<number> {
	const [row] = await db.select({ n: count() }).from(proposalSupport).where(eq(proposalSupport.proposalId, proposalId));
	return row!.n;
}
