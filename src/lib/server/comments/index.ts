export { addComment } from './add-comment.ts';
export {
	appealComment,
	decideAppeal,
	hideComment,
	keepComment,
	reportComment,
	withdrawComment
} from './change-comment.ts';
export { commentsOn, type CommentsView, type CommentView } from './queries.ts';
export { registerComments } from './register.ts';
export { onCommentsOf, type Commentable } from './subjects.ts';
