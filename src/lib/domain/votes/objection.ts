import type { VoteState } from './life.ts';

const DAY = 86_400_000;

/** Until when an objection against the result can be raised. */
export function objectionsUntil(publishedAt: Date, objectionDays: number): Date {
	return new Date(publishedAt.getTime() + objectionDays * DAY);
}

/**
 * What can be objected to now: the roll from the announcement until casting begins (rollHash freezes it then), the result
 * during the announced days after its publication; null: nothing.
 */
export function objectionAbout(
	vote: { state: VoteState; publishedAt: Date | null; objectionDays: number },
	now: Date
): 'roll' | 'result' | null {
	if (vote.state === 'announced') return 'roll';
	if (vote.state !== 'published' || !vote.publishedAt) return null;
	return now < objectionsUntil(vote.publishedAt, vote.objectionDays) ? 'result' : null;
}
