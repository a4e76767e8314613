import { sql } from 'drizzle-orm';
import { moderates, speaksFor } from '#lib/domain/comments/comments.policy.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Context } from '../platform/context.ts';
import { inReach } from '../platform/reach.ts';
import type { WaitingItem } from '../platform/waiting.ts';
import { loadCommentable } from './subjects.ts';

interface Matter {
	id: string;
	type: string;
	subject: string;
	what: 'reported' | 'appealed' | 'asked';
	hidden_by: string | null;
	code: string;
	[key: string]: unknown;
}

const MOST = 200;

/** Comments that were reported, appeals, and questions to an organisation of the actor: one item each. */
export async function commentsWaiting(ctx: Context): Promise<WaitingItem[]> {
	const { db } = ctx.database;
	if (!ctx.actor || ctx.actor.memberships.length === 0) return [];
	const rows = await db.execute<Matter>(sql`
		select c.id, c.subject_type as type, c.subject_id as subject, c.hidden_by, w.what, a.code
		from comment c join area a on a.id = c.area_id
			cross join lateral (
				select 'reported' as what where c.hidden_at is null and c.withdrawn_at is null and exists (
					select from comment_report r where r.comment_id = c.id and r.settled_at is null)
				union all
				select 'appealed' where c.hidden_at is not null and c.appealed_at is not null and c.appeal_decided_at is null
				union all
				select 'asked' where c.stance = 'question' and c.hidden_at is null and c.withdrawn_at is null and not exists (
					select from comment d where d.parent_id = c.id and d.organisation_id is not null and d.hidden_at is null
						and d.withdrawn_at is null)
			) w
		where c.author_id <> ${ctx.actor.personId} and ${inReach(ctx.actor, sql`a.code`)}
		order by c.id limit ${MOST}`);
	const items = await Promise.all(rows.filter((row) => concerns(ctx, row)).map((row) => itemOf(ctx, row)));
	return items.flat();
}

function concerns({ actor }: Context, { what, code, hidden_by }: Matter): boolean {
	return what === 'asked' || (moderates(actor, code) && !(what === 'appealed' && hidden_by === actor!.personId));
}

async function itemOf(ctx: Context, { id, type, subject, what }: Matter): Promise<WaitingItem[]> {
	const about = await loadCommentable(ctx.database.db, ctx.actor, [type, subject]);
	if (!about?.readable) return [];
	if (what === 'asked' && !speaksFor(ctx.actor!, about).includes(about.answeringId ?? '')) return [];
	const detail = {
		reported: m.comments_wait_reported,
		appealed: m.comments_wait_appealed,
		asked: m.comments_wait_asked
	};
	return [
		{
			title: about.title,
			href: `${about.href}#comment-${id}`,
			dueAt: null,
			tag: { text: what === 'asked' ? m.comments_question() : m.comments_order(), tone: 'due' },
			detail: detail[what](),
			act: m.comments_wait_look(),
			office: true
		}
	];
}
