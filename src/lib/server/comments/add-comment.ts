import { and, count, eq, gt } from 'drizzle-orm';
import { A_WHILE_MINUTES, mayAnswerFor, mayComment } from '#lib/domain/comments/comments.policy.ts';
import type { CommentInput } from '#lib/domain/comments/comments.schema.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { comment } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { loadCommentable } from './subjects.ts';

type Row = typeof comment.$inferSelect;

/**
 * Adds a comment, or an answer to one (an answer to an answer stands under the same comment). Tells whoever wrote the
 * comment, and those who answer for the subject; open pages hear of it live. Answers the new id.
 */
export function addComment(
	ctx: Context,
	subject: [type: string, id: string],
	{ comment: body, commentOn, commentFor, stance }: CommentInput
): Promise<Result<string>> {
	return act(ctx, async (a) => {
		const about = await loadCommentable(a.db, a.actor, subject);
		if (!about) return refuse('form.not-found');
		const allowed = mayComment(a.actor, about, await recentOf(a));
		if (!allowed.ok) return allowed;
		if (commentFor) {
			const speaks = mayAnswerFor(a.actor, about, commentFor);
			if (!speaks.ok) return speaks;
		}
		if (stance && (!about.debate || commentOn)) return refuse('form.unreadable', { field: 'stance' });
		const parent = commentOn ? await find(a, subject, commentOn) : undefined;
		if (commentOn && (!parent || parent.hiddenAt || parent.withdrawnAt)) return refuse('comments.gone');

		const id = newId();
		const { areaId, title, href } = about;
		await a.db.insert(comment).values({
			id,
			areaId,
			subjectType: subject[0],
			subjectId: subject[1],
			parentId: parent ? (parent.parentId ?? parent.id) : null,
			authorId: a.actor!.personId,
			organisationId: commentFor ?? null,
			body,
			stance,
			createdAt: a.now
		});
		await a.audit({ act: 'comments.added', subject: ['comment', id], areaId, organisationId: commentFor });
		await a.emit({ topic: `comments:${subject.join(':')}`, kind: 'added', areaId });
		const news = { areaId, subject, params: { title }, href: `${href}#comment-${id}` };
		if (parent) await notify(a, { ...news, personIds: [parent.authorId], kind: 'comments.answered' });
		const others = (about.answerableIds ?? []).filter((person) => person !== parent?.authorId);
		if (!commentFor) await notify(a, { ...news, personIds: others, kind: 'comments.added' });
		return ok(id);
	});
}

async function recentOf(a: Act): Promise<number> {
	if (!a.actor) return 0;
	const since = new Date(a.now.getTime() - A_WHILE_MINUTES * 60_000);
	const [row] = await a.db
		.select({ n: count() })
		.from(comment)
		.where(and(eq(comment.authorId, a.actor.personId), gt(comment.createdAt, since)));
	return row!.n;
}

/** The comment of this subject with this id; another subject's is not found. */
async function find(a: Act, [type, subjectId]: [string, string], id: string): Promise<Row | undefined> {
	const [row] = await a.db
		.select()
		.from(comment)
		.where(and(eq(comment.id, id), eq(comment.subjectType, type), eq(comment.subjectId, subjectId)));
	return row;
}
