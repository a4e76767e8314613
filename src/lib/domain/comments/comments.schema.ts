import * as v from 'valibot';
import { STANCES } from './comments.policy.ts';

const optionalId = v.optional(
	v.union([
		v.pipe(
			v.literal(''),
			v.transform(() => undefined)
		),
		v.pipe(v.string(), v.uuid())
	])
);

/** Field names are the page's, where other forms stand beside these. */
export const commentForm = v.object({
	comment: v.pipe(
		v.string('comments.empty'),
		v.trim(),
		v.nonEmpty('comments.empty'),
		v.maxLength(1000, 'comments.too-long')
	),
	commentOn: optionalId,
	commentFor: optionalId,
	/** In a debate; nothing: something else. */
	stance: v.optional(v.picklist(STANCES))
});
type Input = v.InferOutput<typeof commentForm>;
export type CommentInput = Omit<Input, 'stance'> & Partial<Pick<Input, 'stance'>>;

const commentId = v.pipe(v.string(), v.uuid());
const reason = (most: number) =>
	v.pipe(
		v.string('comments.reason-missing'),
		v.trim(),
		v.nonEmpty('comments.reason-missing'),
		v.maxLength(most, 'form.unreadable')
	);

/** To take back one's own, or to find that a reported one may stay. */
export const oneCommentForm = v.object({ commentId });
export const hideCommentForm = v.object({ commentId, hideReason: reason(200) });
export const reportCommentForm = v.object({ commentId, reportReason: reason(200) });
export const appealCommentForm = v.object({ commentId, appeal: reason(500) });
export const decideAppealForm = v.object({
	commentId,
	restore: v.pipe(
		v.optional(v.string(), ''),
		v.picklist(['yes', 'no'], 'comments.decision-missing'),
		v.transform((said) => said === 'yes')
	),
	appealAnswer: reason(500)
});
