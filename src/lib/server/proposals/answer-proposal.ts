import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { createLink } from '../links/index.ts';
import { putOnAgenda } from '../meetings/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { changeProposal } from './change-proposal.ts';
import { proposalFor } from './load-proposal.ts';
import { tellOf } from './tell.ts';

/**
 * Puts a ready proposal on the agenda of a meeting that is being built; its editors see the item at once. Author and
 * supporters are told. Refusals: the policies', `proposals.not-now`, `meetings.not-now`.
 */
export const placeProposal = (ctx: Context, id: string, meetingId: string): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await proposalFor(a, id, 'answer');
		if (!found.ok) return found;
		const { row } = found.value;
		// before the agenda is touched, which is locked behind it
		if (row.state !== 'ready') return refuse('proposals.not-now');
		const { communityId, title } = row;
		const put = await putOnAgenda(a, meetingId, { communityId, title, kind: 'discuss' });
		if (!put.ok) return put;
		const { entryId, meeting } = put.value;
		const answered = { answeredAt: a.now, answeredBy: a.actor!.personId };
		const done = await changeProposal(a, found.value, 'place', { meetingId, entryId, ...answered }, { meetingId });
		if (!done.ok) return done;
		await createLink(a, { communityId, from: { type: 'proposal', id }, to: { type: 'meeting', id: meetingId } });
		await tellOf(a, found.value, 'on-agenda', ['author', 'supporters'], { meeting: meeting.title });
		return ok();
	});

/** Declines a ready proposal, with a reason that everybody reads. Author and supporters are told. Refusals as above. */
export const declineProposal = (ctx: Context, id: string, reason: string): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await proposalFor(a, id, 'answer');
		if (!found.ok) return found;
		const answered = { reason, answeredAt: a.now, answeredBy: a.actor!.personId };
		const done = await changeProposal(a, found.value, 'decline', answered);
		if (done.ok) await tellOf(a, found.value, 'declined', ['author', 'supporters']);
		return done;
	});

/** Its author takes it back before it is answered. Refusals: the policy's, `proposals.not-now`. */
export const withdrawProposal = (ctx: Context, id: string): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await proposalFor(a, id, 'withdraw');
		return found.ok ? changeProposal(a, found.value, 'withdraw') : found;
	});
