import { and, eq } from 'drizzle-orm';
import { mayHide, mayWithdraw, type CommentFacts } from '#lib/domain/comments/comments.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { comment } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { loadCommentable, type Commentable } from './subjects.ts';

type Subject = [type: string, id: string];

/** Takes back one's own comment: its place stays, its text is shown to nobody any more. */
export function withdrawComment(ctx: Context, subject: Subject, id: string): Promise<Result> {
	return change(ctx, subject, id, 'withdrawn', (actor, _, facts) => mayWithdraw(actor, facts), {});
}

/** Hides a comment with a reason that stands in its place; its author is told. */
export function hideComment(ctx: Context, subject: Subject, id: string, reason: string): Promise<Result> {
	return change(ctx, subject, id, 'hidden', mayHide, { hiddenBy: ctx.actor?.personId, hiddenReason: reason });
}

async function change(
	ctx: Context,
	subject: Subject,
	id: string,
	to: 'hidden' | 'withdrawn',
	policy: (actor: Act['actor'], about: Commentable, facts: CommentFacts) => Result,
	fields: { hiddenBy?: string; hiddenReason?: string }
): Promise<Result> {
	return act(ctx, async (a) => {
		const about = await loadCommentable(a.db, a.actor, subject);
		if (!about?.readable) return refuse('form.not-found');
		const [row] = await a.db
			.select()
			.from(comment)
			.where(and(eq(comment.id, id), eq(comment.subjectType, subject[0]), eq(comment.subjectId, subject[1])))
			.for('update');
		if (!row) return refuse('form.not-found');
		const state = row.withdrawnAt ? 'withdrawn' : row.hiddenAt ? 'hidden' : 'shown';
		const allowed = policy(a.actor, about, { authorId: row.authorId, state });
		if (!allowed.ok) return allowed;

		await a.db
			.update(comment)
			.set({ ...fields, [to === 'hidden' ? 'hiddenAt' : 'withdrawnAt']: a.now })
			.where(eq(comment.id, id));
		await a.audit({ act: `comments.${to}`, subject: ['comment', id], areaId: about.areaId });
		await a.emit({ topic: `comments:${subject.join(':')}`, kind: to, areaId: about.areaId });
		if (to === 'hidden') {
			const { areaId, title, href } = about;
			const news = { areaId, subject, params: { title }, href: `${href}#comment-${id}` };
			await notify(a, { ...news, personIds: [row.authorId], kind: 'comments.hidden' });
		}
		return ok();
	});
}
