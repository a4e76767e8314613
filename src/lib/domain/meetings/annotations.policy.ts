import type { Actor } from '../shared/actor.ts';
import { refuse, type Result } from '../shared/result.ts';
import { meetingPolicy, type MeetingFacts } from './meetings.policy.ts';

/** `settle`: resolve a comment or open it again. */
export type AnnotationAct = 'read' | 'write' | 'settle';

/**
 * May the actor do this to comments on words of the minutes? They are read by those who were there or invited; written and
 * answered, until the minutes are sealed, by those who write the minutes, comment on them or lead the meeting; settled by
 * their author and by those who write the text or lead. Refusals: `meetings.annotations-closed`, the meeting's policy's.
 */
export function annotationPolicy(
	actor: Actor,
	act: AnnotationAct,
	facts: MeetingFacts,
	{ authorId }: { authorId?: string } = {}
): Result {
	const read = meetingPolicy(actor, 'read-history', facts);
	if (!read.ok || act === 'read') return read;
	if (facts.phase === 'sealed') return refuse('meetings.annotations-closed');
	const own = act === 'settle' && authorId !== undefined && actor?.personId === authorId;
	const some = (
		['write-minutes', 'lead', ...(act === 'write' || own ? (['comment-minutes'] as const) : [])] as const
	).map((one) => meetingPolicy(actor, one, facts));
	return some.find((one) => one.ok) ?? some[0]!;
}
