import type { CommentSubject } from '#lib/domain/comments/comments.policy.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import type { Actor } from '#lib/domain/shared/actor.ts';
import type { Db } from '../db/client.ts';

/** What an area tells of one of its things that can be commented on. */
export interface Commentable extends CommentSubject {
	areaId: string;
	/** As people call it, for the news that somebody has commented. */
	title: string;
	/** Its page. */
	href: string;
	/** Who is told of comments: people who answer for it. */
	answerableIds?: string[];
	/** Of a debate: the organisation whose answer its questions wait for. */
	answeringId?: string;
}

type Load = (db: Db, actor: Actor, id: string) => Promise<Commentable | undefined>;

const subjects = new Map<string, Load>();

/**
 * Lets things of this kind be commented on: `load` answers with the area's own policy for the actor, undefined where
 * there is no such thing. Called once a process, when the areas register.
 */
export function onCommentsOf(subjectType: string, load: Load): void {
	subjects.set(subjectType, load);
}

/** Default deny: things of a kind nobody registered, and what is no id, have no comments. */
export async function loadCommentable(
	db: Db,
	actor: Actor,
	[type, id]: [type: string, id: string]
): Promise<Commentable | undefined> {
	return isId(id) ? subjects.get(type)?.(db, actor, id) : undefined;
}
