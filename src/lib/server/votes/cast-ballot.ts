import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { BALLOT_OPTIONS } from '#lib/domain/votes/manifest.ts';
import type { Context } from '../platform/context.ts';
import { newId, newSecret, newUnorderedId } from '../platform/ids.ts';
import { wakeRelay } from '../platform/outbox.ts';
import { sealChoice } from './seal-choice.ts';
import { sealKeyOf } from './seal-key.ts';

const newSalt = () => Buffer.from(newSecret(16), 'base64url').toString('hex');
const isOption = (choice: string) => (BALLOT_OPTIONS as readonly string[]).includes(choice);

export interface Cast {
	voteId: string;
	entryId: string;
	choice: string;
}

type Verdict = 'cast' | 'not-on-the-roll' | 'not-open-yet' | 'closed' | 'no-such-option' | 'draw-first';

/**
 * Casts (or replaces) the ballot of a roll entry, in one statement on the database: cast_ballot in drizzle/rules/votes.sql.
 * In a sealed vote the choice is stored encrypted. When it answers, the ballot is kept and will be counted. Refusals: `votes.sign-in-to-vote`, `votes.not-on-the-roll`,
 * `votes.not-open-yet`, `votes.closed`, `votes.no-such-option`, `votes.draw-first`.
 */
export async function castBallot({ database, actor }: Context, cast: Cast): Promise<Result<{ at: Date }>> {
	if (!actor) return refuse('votes.sign-in-to-vote');
	const key = await sealKeyOf(database, cast.voteId);
	const ballotId = newUnorderedId();
	const sealed = key && isOption(cast.choice) ? sealChoice(key, cast.choice, ballotId) : null;
	const [row] = await database.sql<{ verdict: Verdict; at: Date | null }[]>`
		select verdict, at from cast_ballot(${cast.voteId}, ${cast.entryId}, ${actor.personId}, ${cast.choice},
			${ballotId}, ${newSalt()}, ${newId()}, ${newId()}, ${sealed})`;
	const { verdict, at } = row!;
	if (verdict !== 'cast') return refuse(`votes.${verdict}`);
	wakeRelay();
	return ok({ at: at! });
}
