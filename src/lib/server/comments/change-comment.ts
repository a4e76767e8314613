import { and, eq, isNull } from 'drizzle-orm';
import {
	mayAppeal,
	mayDecideAppeal,
	mayHide,
	mayReport,
	mayWithdraw,
	type CommentFacts
} from '#lib/domain/comments/comments.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { comment, commentReport } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { factsOf, type CommentRow } from './facts.ts';
import { loadCommentable, type Commentable } from './subjects.ts';

type Subject = [type: string, id: string];

/** Takes back one's own comment: its place stays, its text is shown to nobody any more. */
export function withdrawComment(ctx: Context, subject: Subject, id: string): Promise<Result> {
	return change(ctx, subject, id, {
		act: 'withdrawn',
		policy: (actor, _, facts) => mayWithdraw(actor, facts),
		does: (a) => set(a, id, { withdrawnAt: a.now })
	});
}

/** Hides a comment with a reason that stands in its place; its author is told. Reports of it are settled with that. */
export function hideComment(ctx: Context, subject: Subject, id: string, reason: string): Promise<Result> {
	return change(ctx, subject, id, {
		act: 'hidden',
		policy: mayHide,
		does: async (a) => {
			await set(a, id, { hiddenAt: a.now, hiddenBy: a.actor!.personId, hiddenReason: reason });
			await settleReports(a, id);
		},
		tellsAuthor: true
	});
}

/** Finds that a reported comment may stay: its reports are settled. */
export function keepComment(ctx: Context, subject: Subject, id: string): Promise<Result> {
	return change(ctx, subject, id, { act: 'kept', policy: mayHide, does: (a) => settleReports(a, id) });
}

/** Tells those who keep order why a comment should not stand there, once each. Refusal: `comments.reported`. */
export function reportComment(ctx: Context, subject: Subject, id: string, reason: string): Promise<Result> {
	return change(ctx, subject, id, {
		act: 'reported',
		policy: mayReport,
		does: async (a) => {
			const written = await a.db
				.insert(commentReport)
				.values({ id: newId(), commentId: id, personId: a.actor!.personId, reason, createdAt: a.now })
				.onConflictDoNothing()
				.returning({ id: commentReport.id });
			return written.length > 0 ? ok() : refuse('comments.reported');
		}
	});
}

/** Its author objects to the hiding, once. */
export function appealComment(ctx: Context, subject: Subject, id: string, appeal: string): Promise<Result> {
	return change(ctx, subject, id, {
		act: 'appealed',
		policy: (actor, _, facts) => mayAppeal(actor, facts),
		does: (a) => set(a, id, { appeal, appealedAt: a.now })
	});
}

/** Somebody else than who hid it decides: it is shown again, or stays hidden; with an answer that its author is told. */
export function decideAppeal(
	ctx: Context,
	subject: Subject,
	{ commentId: id, restore, appealAnswer }: { commentId: string; restore: boolean; appealAnswer: string }
): Promise<Result> {
	return change(ctx, subject, id, {
		act: restore ? 'restored' : 'appeal-denied',
		policy: mayDecideAppeal,
		does: (a) =>
			set(a, id, {
				appealAnswer,
				appealDecidedAt: a.now,
				appealDecidedBy: a.actor!.personId,
				...(restore && { hiddenAt: null })
			}),
		tellsAuthor: true
	});
}

interface Change {
	act: string;
	policy: (actor: Act['actor'], about: Commentable, facts: CommentFacts) => Result;
	does: (a: Act) => Promise<Result | void>;
	tellsAuthor?: boolean;
}

async function change(ctx: Context, subject: Subject, id: string, { act: name, ...to }: Change): Promise<Result> {
	return act(ctx, async (a) => {
		const about = await loadCommentable(a.db, a.actor, subject);
		if (!about?.readable) return refuse('form.not-found');
		const [row] = await a.db
			.select()
			.from(comment)
			.where(and(eq(comment.id, id), eq(comment.subjectType, subject[0]), eq(comment.subjectId, subject[1])))
			.for('update');
		if (!row) return refuse('form.not-found');
		const allowed = to.policy(a.actor, about, factsOf(row));
		if (!allowed.ok) return allowed;

		const done = await to.does(a);
		if (done && !done.ok) return done;
		await a.audit({ act: `comments.${name}`, subject: ['comment', id], areaId: about.areaId });
		await a.emit({ topic: `comments:${subject.join(':')}`, kind: name, areaId: about.areaId });
		if (to.tellsAuthor) {
			const { areaId, title, href } = about;
			const news = { areaId, subject, params: { title }, href: `${href}#comment-${id}` };
			await notify(a, { ...news, personIds: [row.authorId], kind: `comments.${name}` });
		}
		return ok();
	});
}

async function set(a: Act, id: string, values: Partial<CommentRow>): Promise<void> {
	await a.db.update(comment).set(values).where(eq(comment.id, id));
}

async function settleReports(a: Act, id: string): Promise<void> {
	await a.db
		.update(commentReport)
		.set({ settledAt: a.now })
		.where(and(eq(commentReport.commentId, id), isNull(commentReport.settledAt)));
}
