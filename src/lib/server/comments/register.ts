import { mayReadComments } from '#lib/domain/comments/comments.policy.ts';
import { onTopic } from '../platform/topics.ts';
import { onWaiting } from '../platform/waiting.ts';
import { loadCommentable } from './subjects.ts';
import { commentsWaiting } from './waiting.ts';

/** `comments:<type>:<id>`: whoever may read the subject follows its comments. */
export function registerComments(): void {
	onWaiting('comments', commentsWaiting);
	onTopic('comments', async ({ database, actor }, topic) => {
		const [type, id = ''] = topic.split(':');
		const about = await loadCommentable(database.db, actor, [type!, id]);
		return !!about && mayReadComments(about).ok;
	});
}
