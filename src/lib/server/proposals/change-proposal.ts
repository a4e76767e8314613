import { eq } from 'drizzle-orm';
import { advance, type ProposalCommand } from '#lib/domain/proposals/proposal.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { proposal } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import { cancelClocks } from '../platform/clocks.ts';
import type { LoadedProposal, ProposalRow } from './load-proposal.ts';

/**
 * One step in the life of a proposal: checked against its state, written with its audit row, told to open pages. Clocks
 * of the state before stop. Refusal: `proposals.not-now`.
 */
export async function changeProposal(
	a: Act,
	{ row }: LoadedProposal,
	command: ProposalCommand,
	set: Partial<ProposalRow> = {},
	data: Record<string, unknown> = {}
): Promise<Result> {
	const next = advance(row.state, command);
	if (!next.ok) return next;
	await a.db
		.update(proposal)
		.set({ ...set, state: next.value })
		.where(eq(proposal.id, row.id));
	await cancelClocks(a, ['proposal', row.id]);
	await noteProposal(a, row, command, data);
	return ok();
}

/** The audit row and the news that go with any change to a proposal. */
export async function noteProposal(
	a: Act,
	row: Pick<ProposalRow, 'id' | 'communityId'>,
	what: string,
	data: Record<string, unknown> = {}
): Promise<void> {
	await a.audit({ act: `proposals.${what}`, subject: ['proposal', row.id], areaId: row.communityId, data });
	await a.emit({ topic: `proposal:${row.id}`, kind: what, areaId: row.communityId });
}
