import * as v from 'valibot';

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
	commentFor: optionalId
});
export type CommentInput = v.InferOutput<typeof commentForm>;

export const withdrawCommentForm = v.object({ commentId: v.pipe(v.string(), v.uuid()) });

export const hideCommentForm = v.object({
	commentId: v.pipe(v.string(), v.uuid()),
	hideReason: v.pipe(
		v.string('comments.reason-missing'),
		v.trim(),
		v.nonEmpty('comments.reason-missing'),
		v.maxLength(200, 'form.unreadable')
	)
});
