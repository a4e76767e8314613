import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { castIn } from '#lib/domain/votes/secret-record.ts';
import type { Tally } from '#lib/domain/votes/secret-record.schema.ts';
import { signsFor } from '#lib/domain/votes/votes.policy.ts';
import { boxReading, secretVote, voteSignOff } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { drawsOf, publishSecretWhenReady, signersOf } from './count-secret-vote.ts';
import { voteFor } from './load-vote.ts';

/**
 * One person says what was in the box of paper ballots; counted alike by two, it stands. Counting again replaces the own
 * count. Refusals: the policy's, `votes.not-counting`, `votes.no-paper`, `votes.box-too-full`.
 */
export async function readBox(ctx: Context, voteId: string, tally: Tally): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'keep-register');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.secrecy !== 'secret' || row.state !== 'counting') return refuse('votes.not-counting');
		const { paper } = await drawsOf(a.db, voteId);
		if (paper.length === 0) return refuse('votes.no-paper');
		if (castIn(tally) > paper.length) return refuse('votes.box-too-full', { params: { given: paper.length } });
		const personId = a.actor!.personId;
		await a.db
			.insert(boxReading)
			.values({ voteId, personId, tally, readAt: a.now })
			.onConflictDoUpdate({ target: [boxReading.voteId, boxReading.personId], set: { tally, readAt: a.now } });
		await a.audit({ act: 'votes.read-box', subject: ['vote', voteId], areaId: row.communityId });
		await a.emit({ topic: `vote:${voteId}`, kind: 'count', areaId: row.communityId });
		await publishSecretWhenReady(a, row);
		return ok();
	});
}

/**
 * An organisation signs off the root and number of the ballots, before anybody sees a choice. Refusals: the policy's,
 * `votes.not-counting`, `votes.not-your-signature`, `votes.already-signed`.
 */
export async function signOffBallots(ctx: Context, voteId: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'see');
		if (!found.ok) return found;
		const { row } = found.value;
		const signer = (await signersOf(a.db, row)).find((one) => signsFor(a.actor, one.id));
		if (!signer) return refuse('votes.not-your-signature');
		if (row.secrecy !== 'secret' || row.state !== 'counting') return refuse('votes.not-counting');
		const [own] = await a.db.select({ root: secretVote.root }).from(secretVote).where(eq(secretVote.voteId, voteId));
		const signed = await a.db
			.insert(voteSignOff)
			.values({ voteId, organisationId: signer.id, personId: a.actor!.personId, root: own!.root!, signedAt: a.now })
			.onConflictDoNothing()
			.returning({ id: voteSignOff.organisationId });
		if (signed.length === 0) return refuse('votes.already-signed');
		await a.audit({
			act: 'votes.sign-off',
			subject: ['vote', voteId],
			areaId: row.communityId,
			organisationId: signer.id,
			data: { root: own!.root }
		});
		await a.emit({ topic: `vote:${voteId}`, kind: 'count', areaId: row.communityId });
		await publishSecretWhenReady(a, row);
		return ok();
	});
}
