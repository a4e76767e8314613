import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import {
	mayAppeal,
	mayComment,
	mayDecideAppeal,
	mayHide,
	mayReadComments,
	mayReport,
	mayWithdraw,
	seesNames,
	speaksFor,
	type CommentFacts,
	type Stance
} from '#lib/domain/comments/comments.policy.ts';
import { maskedName } from '#lib/domain/shared/masked-name.ts';
import { comment, commentReport, organisation, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { factsOf } from './facts.ts';
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
	stance: Stance | null;
	/** A question, and no organisation has answered it yet. */
	waits: boolean;
	mayWithdraw: boolean;
	mayHide: boolean;
	mayReport: boolean;
	mayAppeal: boolean;
	mayDecide: boolean;
	/** What its author said against the hiding and was answered: for the two of them alone. */
	appeal: { text: string; answer: string | null } | null;
	/** Why others hold that it should go: for those who may hide it. */
	reports: string[];
	answers: CommentView[];
}

export interface CommentsView {
	subject: [type: string, id: string];
	topic: string;
	/** How many are shown. */
	total: number;
	/** Arguments for and against stand side by side, and questions wait for an answer. */
	debate: boolean;
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
	const reports = await openReports(ctx, subject);
	const named = seesNames(ctx.actor, about);
	const views = rows.map(({ row, author, organisation }): CommentView & { parentId: string | null } => {
		const facts = factsOf(row);
		const { state } = facts;
		const mine = ctx.actor?.personId === row.authorId;
		const mayDecide = mayDecideAppeal(ctx.actor, about, facts).ok;
		const hides = mayHide(ctx.actor, about, facts).ok;
		return {
			id: row.id,
			parentId: row.parentId,
			state,
			// who decides on an appeal, and its author, see what it is about
			body: state === 'shown' || mayDecide || (state === 'hidden' && mine) ? row.body : null,
			hiddenReason: state === 'hidden' ? row.hiddenReason : null,
			author: named || mine ? author : maskedName(author),
			organisation,
			at: row.createdAt,
			mine,
			stance: row.stance,
			waits: row.stance === 'question' && state === 'shown',
			mayWithdraw: mayWithdraw(ctx.actor, facts).ok,
			mayHide: hides,
			mayReport: !hides && mayReport(ctx.actor, about, facts).ok,
			mayAppeal: mayAppeal(ctx.actor, facts).ok,
			mayDecide,
			appeal: row.appeal !== null && (mine || mayDecide) ? { text: row.appeal, answer: row.appealAnswer } : null,
			reports: hides ? (reports.get(row.id) ?? []) : [],
			answers: []
		};
	});
	const roots = new Map(views.filter((view) => !view.parentId).map((view) => [view.id, view]));
	for (const view of views) {
		const root = view.parentId ? roots.get(view.parentId) : undefined;
		root?.answers.push(view);
		if (root && view.organisation && view.state === 'shown') root.waits = false;
	}
	const allowed = mayComment(ctx.actor, about, 0);
	const speakable = ctx.actor && allowed.ok ? speaksFor(ctx.actor, about) : [];
	return {
		subject,
		topic: `comments:${subject.join(':')}`,
		total: views.filter((view) => view.state === 'shown').length,
		debate: about.debate ?? false,
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

/** Reports that nobody has settled, by comment. */
async function openReports(ctx: Context, [type, id]: [string, string]): Promise<Map<string, string[]>> {
	const rows = await ctx.database.db
		.select({ comment: comment.id, reason: commentReport.reason })
		.from(commentReport)
		.innerJoin(comment, eq(comment.id, commentReport.commentId))
		.where(and(eq(comment.subjectType, type), eq(comment.subjectId, id), isNull(commentReport.settledAt)))
		.orderBy(asc(commentReport.id));
	const found = new Map<string, string[]>();
	for (const row of rows) found.set(row.comment, [...(found.get(row.comment) ?? []), row.reason]);
	return found;
}
