import { ok, type Result } from '#lib/domain/shared/result.ts';
import { act, type Act } from '../platform/act.ts';
import { cancelClocks } from '../platform/clocks.ts';
import type { Context } from '../platform/context.ts';
import { closeSecretVote } from './close-secret-vote.ts';
import { step, voteFor, type VoteRow } from './load-vote.ts';
import { destroySealKey } from './seal-key.ts';

/** Cancels a vote before it is open, with the reason. Refusals: the policy's, `votes.not-in-this-state`. */
export function cancelVote(ctx: Context, id: string, reason: string): Promise<Result> {
	return end(ctx, id, 'cancel', reason);
}

/** Annuls a vote from its opening on, with the reason; what was published stays readable beside it. */
export function annulVote(ctx: Context, id: string, reason: string): Promise<Result> {
	return end(ctx, id, 'annul', reason);
}

async function end(ctx: Context, id: string, how: 'cancel' | 'annul', reason: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, id, how);
		if (!found.ok) return found;
		return endEarly(a, found.value.row, how, reason);
	});
}

/** Ends a vote that will have no result, with all that was kept for counting it. Its row is locked by the caller. */
export async function endEarly(a: Act, row: VoteRow, how: 'cancel' | 'annul', reason: string): Promise<Result> {
	const ended = await step(a, row, how, { reason });
	if (!ended.ok) return ended;
	// whatever becomes of a secret vote, what led from a draw to a ballot does not outlive it
	if (row.secrecy === 'secret' && (row.state === 'announced' || row.state === 'open')) await closeSecretVote(a, row);
	if (row.secrecy === 'sealed') await destroySealKey(a, row.id);
	await cancelClocks(a, ['vote', row.id]);
	return ok();
}
