import { isId } from '#lib/domain/identity/is-id.ts';
import { mayReadComments } from '#lib/domain/comments/comments.policy.ts';
import { onTopic } from '../platform/topics.ts';
import { loadCommentable } from './subjects.ts';

/** `comments:<type>:<id>`: whoever may read the subject follows its comments. */
export function registerComments(): void {
	onTopic('comments', async ({ database, actor }, topic) => {
		const [type, id = ''] = topic.split(':');
		const about = isId(id) ? await loadCommentable(database.db, actor, [type!, id]) : undefined;
		return !!about && mayReadComments(about).ok;
	});
}
