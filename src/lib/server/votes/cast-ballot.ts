import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { choiceOn, type BallotSheet } from '#lib/domain/votes/options.ts';
import type { Context } from '../platform/context.ts';
import { newId, newSecret, newUnorderedId } from '../platform/ids.ts';
import { wakeRelay } from '../platform/outbox.ts';
import { sealChoice } from './seal-choice.ts';

const newSalt = () => Buffer.from(newSecret(16), 'base64url').toString('hex');

export interface Cast {
	voteId: string;
	entryId: string;
	/** What was ticked: one option, or several where the vote lets choose several. */
	choice: string | readonly string[];
}

type Verdict =
	| 'cast'
	| 'not-on-the-roll'
	| 'not-open-yet'
	| 'closed'
	| 'no-such-option'
	| 'one-choice-only'
	| 'abstain-alone'
	| 'too-many-chosen'
	| 'draw-first';

/**
 * Casts (or replaces) the ballot of a roll entry, in one statement on the database: cast_ballot in drizzle/rules/votes.sql.
 * In a sealed vote the choice is stored encrypted. When it answers, the ballot is kept and will be counted. Refusals: `votes.sign-in-to-vote`, `votes.not-on-the-roll`,
 * `votes.not-open-yet`, `votes.closed`, `votes.draw-first`, those of `choiceOn`.
 */
export async function castBallot({ database, actor }: Context, cast: Cast): Promise<Result<{ at: Date }>> {
	if (!actor) return refuse('votes.sign-in-to-vote');
	const sheet = await sheetOf(database, cast.voteId);
	const said = sheet ? choiceOn(sheet, [cast.choice].flat()) : null;
	// whether there is such a vote, and whether it is open, is asked before what was ticked
	const choice = said?.ok ? said.value : '';
	const ballotId = newUnorderedId();
	const sealed = sheet?.key && said?.ok ? sealChoice(sheet.key, choice, ballotId) : null;
	const [row] = await database.sql<{ verdict: Verdict; at: Date | null }[]>`
		select verdict, at from cast_ballot(${cast.voteId}, ${cast.entryId}, ${actor.personId}, ${choice},
			${ballotId}, ${newSalt()}, ${newId()}, ${newId()}, ${sealed})`;
	const { verdict, at } = row!;
	if (verdict === 'no-such-option' && said && !said.ok) return said;
	if (verdict !== 'cast') return refuse(`votes.${verdict}`);
	wakeRelay();
	return ok({ at: at! });
}

/**
 * What can be ticked, and the key to which it is sealed. Asked of the database each time: a choice that is sealed to a key
 * which stands there no more (the demo was rebuilt) could never be counted.
 */
async function sheetOf(
	{ sql }: Context['database'],
	voteId: string
): Promise<(BallotSheet & { key: string | null }) | null> {
	const [row] = await sql<(BallotSheet & { key: string | null })[]>`
		select v.method, v.options, v.most_choices as most, k.key from vote v left join seal_key k on k.vote_id = v.id
		where v.id = ${voteId}`;
	return row ?? null;
}
