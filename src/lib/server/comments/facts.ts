import type { CommentFacts } from '#lib/domain/comments/comments.policy.ts';
import type { comment } from '../db/schema/index.ts';

export type CommentRow = typeof comment.$inferSelect;

/** What the policy must know of a comment. */
export function factsOf(row: CommentRow): CommentFacts {
	return {
		authorId: row.authorId,
		state: row.withdrawnAt ? 'withdrawn' : row.hiddenAt ? 'hidden' : 'shown',
		hiddenBy: row.hiddenBy,
		appeal: row.appealDecidedAt ? 'decided' : row.appealedAt ? 'open' : 'none'
	};
}
