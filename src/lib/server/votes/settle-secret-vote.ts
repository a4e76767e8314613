import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { castIn } from '#lib/domain/votes/secret-record.ts';
import type { Tally } from '#lib/domain/votes/secret-record.schema.ts';
import { signsFor } from '#lib/domain/votes/votes.policy.ts';
import { boxReading, voteSignOff } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { sealWhenCounted } from './close-secret-vote.ts';
import { voteFor } from './load-vote.ts';
import { publishSecretWhenReady, signersOf } from './publish-secret-vote.ts';
import { drawsOf, sealReading, secretVoteOf } from './secret-ballots.ts';

/**
 * One person says what was in the box of paper ballots; counted alike by two, it stands. Counting again replaces the own
 * count. Refusals: the policy's, `votes.not-counting`, `votes.no-paper`, `votes.box-settled`, `votes.box-too-full`.
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
		if ((await secretVoteOf(a.db, voteId)).sealedAt) return refuse('votes.box-settled');
		const personId = a.actor!.personId;
		const reading = { tally: sealReading(voteId, personId, tally), readAt: a.now };
		await a.db
			.insert(boxReading)
			.values({ voteId, personId, ...reading })
			.onConflictDoUpdate({ target: [boxReading.voteId, boxReading.personId], set: reading });
		await a.audit({ act: 'votes.read-box', subject: ['vote', voteId], areaId: row.communityId });
		await a.emit({ topic: `vote:${voteId}`, kind: 'count', areaId: row.communityId });
		await sealWhenCounted(a, row);
		return ok();
	});
}

/**
 * An organisation signs off the root and number of the ballots, before anybody sees a choice. Refusals: the policy's,
 * `votes.not-counting`, `votes.not-your-signature`, `votes.box-not-settled`, `votes.already-signed`.
 */
export async function signOffBallots(ctx: Context, voteId: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'see');
		if (!found.ok) return found;
		const { row } = found.value;
		const signer = (await signersOf(a.db, row)).find((one) => signsFor(a.actor, one.id));
		if (!signer) return refuse('votes.not-your-signature');
		if (row.secrecy !== 'secret' || row.state !== 'counting') return refuse('votes.not-counting');
		const { root } = await secretVoteOf(a.db, voteId);
		if (root === null) return refuse('votes.box-not-settled');
		const signed = await a.db
			.insert(voteSignOff)
			.values({ voteId, organisationId: signer.id, personId: a.actor!.personId, root, signedAt: a.now })
			.onConflictDoNothing()
			.returning({ id: voteSignOff.organisationId });
		if (signed.length === 0) return refuse('votes.already-signed');
		await a.audit({
			act: 'votes.sign-off',
			subject: ['vote', voteId],
			areaId: row.communityId,
			organisationId: signer.id,
			data: { root }
		});
		await a.emit({ topic: `vote:${voteId}`, kind: 'count', areaId: row.communityId });
		await publishSecretWhenReady(a, row);
		return ok();
	});
}
