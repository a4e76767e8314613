import { and, asc, eq, inArray } from 'drizzle-orm';
import {
	mayComment,
	mayHide,
	mayReadComments,
	mayWithdraw,
	seesNames,
	speaksFor,
	type CommentFacts
} from '#lib/domain/comments/comments.policy.ts';
import { maskedName } from '#lib/domain/shared/masked-name.ts';
import { comment, organisation, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { loadCommentable } from './subjects.ts';

export interface CommentView {
	id: string;
	state: CommentFacts['state'];
	/** Null once it is hidden or withdrawn. */
	body: string | null;
	hiddenReason: string | null;
	author: string;
	/** Set where it is the answer of an organisation. */
	organisation: string | null;
	at: Date;
	mine: boolean;
	mayWithdraw: boolean;
	mayHide: boolean;
	answers: CommentView[];
}

export interface CommentsView {
	subject: [type: string, id: string];
	topic: string;
	/** How many are shown. */
	total: number;
	items: CommentView[];
	/** Code of the refusal where nothing can be added; null where it can. */
	refusal: string | null;
	/** Organisations the reader may answer for. */
	organisations: { id: string; name: string }[];
}

/** The comments on a subject, the oldest first, answers under theirs; null where the reader may not see the subject. */
export async function commentsOn(ctx: Context, subject: [type: string, id: string]): Promise<CommentsView | null> {
	const { db } = ctx.database;
	const about = await loadCommentable(db, ctx.actor, subject);
	if (!about || !mayReadComments(about).ok) return null;
	const rows = await db
		.select({ row: comment, author: person.name, organisation: organisation.name })
		.from(comment)
		.innerJoin(person, eq(person.id, comment.authorId))
		.leftJoin(organisation, eq(organisation.id, comment.organisationId))
		.where(and(eq(comment.subjectType, subject[0]), eq(comment.subjectId, subject[1])))
		.orderBy(asc(comment.id));
	const named = seesNames(ctx.actor, about);
	const views = rows.map(({ row, author, organisation }): CommentView & { parentId: string | null } => {
		const state = row.withdrawnAt ? 'withdrawn' : row.hiddenAt ? 'hidden' : 'shown';
		const facts = { authorId: row.authorId, state } as const;
		const mine = ctx.actor?.personId === row.authorId;
		return {
			id: row.id,
			parentId: row.parentId,
			state,
			body: state === 'shown' ? row.body : null,
			hiddenReason: state === 'hidden' ? row.hiddenReason : null,
			author: named || mine ? author : maskedName(author),
			organisation,
			at: row.createdAt,
			mine,
			mayWithdraw: mayWithdraw(ctx.actor, facts).ok,
			mayHide: mayHide(ctx.actor, about, facts).ok,
			answers: []
		};
	});
	const roots = new Map(views.filter((view) => !view.parentId).map((view) => [view.id, view]));
	for (const view of views) if (view.parentId) roots.get(view.parentId)?.answers.push(view);
	const allowed = mayComment(ctx.actor, about, 0);
	const speakable = ctx.actor && allowed.ok ? speaksFor(ctx.actor, about) : [];
	return {
		subject,
		topic: `comments:${subject.join(':')}`,
		total: views.filter((view) => view.state === 'shown').length,
		items: [...roots.values()],
		refusal: allowed.ok ? null : allowed.refusal.code,
		organisations: speakable.length
			? await db
					.select({ id: organisation.id, name: organisation.name })
					.from(organisation)
					.where(inArray(organisation.id, speakable))
			: []
	};
}
