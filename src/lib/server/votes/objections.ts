import { and, asc, eq, isNull } from 'drizzle-orm';
import { objectionAbout } from '#lib/domain/votes/objection.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { voteObjection } from '../db/schema/index.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { voteFor } from './load-vote.ts';

/**
 * Somebody objects: against the roll until casting begins, against count and result in the days after publication.
 * Refusals: the policy's, `votes.no-objections-now`.
 */
export async function objectToVote(ctx: Context, voteId: string, body: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'object');
		if (!found.ok) return found;
		const { row } = found.value;
		const about = objectionAbout(row, a.now);
		if (!about) return refuse('votes.no-objections-now');
		const id = newId();
		await a.db.insert(voteObjection).values({ id, voteId, authorId: a.actor!.personId, about, body, createdAt: a.now });
		await a.audit({
			act: 'votes.object',
			subject: ['vote', voteId],
			areaId: row.communityId,
			data: { objection: id, about }
		});
		await a.emit({ topic: `vote:${voteId}`, kind: 'objection', areaId: row.communityId });
		return ok();
	});
}

/** The convener answers an objection, once. Refusals: the policy's, `votes.objection-answered`. */
export async function answerObjection(
	ctx: Context,
	voteId: string,
	{ objectionId, answer }: { objectionId: string; answer: string }
): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, voteId, 'answer-objection');
		if (!found.ok) return found;
		const { row } = found.value;
		const answered = await a.db
			.update(voteObjection)
			.set({ answer, answeredBy: a.actor!.personId, answeredAt: a.now })
			.where(and(eq(voteObjection.id, objectionId), eq(voteObjection.voteId, voteId), isNull(voteObjection.answeredAt)))
			.returning({ id: voteObjection.id });
		if (answered.length === 0) return refuse('votes.objection-answered');
		await a.audit({
			act: 'votes.answer-objection',
			subject: ['vote', voteId],
			areaId: row.communityId,
			organisationId: row.organisationId,
			data: { objection: objectionId }
		});
		await a.emit({ topic: `vote:${voteId}`, kind: 'objection', areaId: row.communityId });
		return ok();
	});
}

export interface Objection {
	id: string;
	about: 'roll' | 'result';
	body: string;
	answer: string | null;
	createdAt: Date;
	answeredAt: Date | null;
	mine: boolean;
}

/** Objections and their answers, in the order they came; without names. */
export async function objectionsTo(ctx: Context, voteId: string): Promise<Objection[]> {
	const rows = await ctx.database.db
		.select()
		.from(voteObjection)
		.where(eq(voteObjection.voteId, voteId))
		.orderBy(asc(voteObjection.id));
	return rows.map(({ id, about, body, answer, createdAt, answeredAt, authorId }) => ({
		id,
		about,
		body,
		answer,
		createdAt,
		answeredAt,
		mine: authorId === ctx.actor?.personId
	}));
}
