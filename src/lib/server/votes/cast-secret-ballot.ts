import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { leafOf, receiptFor } from '#lib/domain/votes/secret-record.ts';
import type { Receipt } from '#lib/domain/votes/secret-record.schema.ts';
import { tokenHolds } from '#lib/domain/votes/secret-token.ts';
import type { SecretCast } from '#lib/domain/votes/votes.schema.ts';
import { secretVote, vote } from '../db/schema/index.ts';
import type { Database } from '../db/client.ts';
import { UUID } from './load-vote.ts';
import { recordKey } from './record-key.ts';

type Verdict = 'cast' | 'not-open-yet' | 'closed' | 'no-such-option' | 'revision-taken';

/**
 * Casts by token alone: nobody is asked who they are, and nothing is written but the ballot. The highest revision of a
 * token counts; sent again it is the same ballot. When it answers, the ballot is kept. Refusals: `votes.not-found`,
 * `votes.token-unknown`, `votes.not-open-yet`, `votes.closed`, `votes.no-such-option`, `votes.revision-taken`.
 */
export async function castSecretBallot(
	{ db, sql }: Database,
	voteId: string,
	cast: SecretCast
): Promise<Result<Receipt>> {
	if (!UUID.test(voteId)) return refuse('votes.not-found');
	const [own] = await db
		.select({ key: secretVote.key, phi: vote.phi })
		.from(secretVote)
		.innerJoin(vote, eq(vote.id, secretVote.voteId))
		.where(eq(secretVote.voteId, voteId));
	if (!own) return refuse('votes.not-found');
	const { token, revision, choice, salt } = cast;
	const phi = own.phi!;
	if (!(await tokenHolds(own.key, phi, token))) return refuse('votes.token-unknown');
	const [row] = await sql<{ verdict: Verdict }[]>`
		select cast_secret_ballot(${voteId}, ${token.nonce}, ${revision}, ${choice}, ${salt}) as verdict`;
	const { verdict } = row!;
	if (verdict !== 'cast') return refuse(`votes.${verdict}`);
	return ok(await receiptFor(voteId, phi, leafOf(phi, { nonce: token.nonce, revision, choice, salt }), recordKey()));
}
