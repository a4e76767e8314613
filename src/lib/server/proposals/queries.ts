import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { proposalPolicy, mayAnswer, mayPropose, seesAuthor } from '#lib/domain/proposals/proposals.policy.ts';
import { takesSupport, type ProposalState } from '#lib/domain/proposals/proposal.ts';
import { maskedName } from '#lib/domain/shared/masked-name.ts';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { agendaItem, meeting, person, proposal, proposalSupport } from '../db/schema/index.ts';
import { agendasToFill } from '../meetings/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { loadProposal, supportersOf } from './load-proposal.ts';
import { neededIn } from './rule.ts';

export const supportCount = sql<number>`(
	select count(*) from ${proposalSupport} s where s.proposal_id = ${proposal}.id)`.mapWith(Number);

export interface ProposalLine {
	id: string;
	title: string;
	state: ProposalState;
	needed: number;
	supporters: number;
	gatherUntil: Date;
	answerDueAt: Date | null;
	createdAt: Date;
}

/**
 * Proposals of a community, the latest first; withdrawn ones are not listed. `current`: only those that gather support or
 * wait for an answer. Everybody may read them.
 */
export function listProposals(
	{ database }: Context,
	communityId: string,
	{ current = false, most = 200 } = {}
): Promise<ProposalLine[]> {
	return database.db
		.select({
			...{ id: proposal.id, title: proposal.title, state: proposal.state, needed: proposal.needed },
			...{ supporters: supportCount, gatherUntil: proposal.gatherUntil, answerDueAt: proposal.answerDueAt },
			createdAt: proposal.createdAt
		})
		.from(proposal)
		.where(
			and(
				eq(proposal.communityId, communityId),
				current ? inArray(proposal.state, ['gathering', 'ready']) : ne(proposal.state, 'withdrawn')
			)
		)
		.orderBy(desc(proposal.id))
		.limit(most);
}

/** What the reader may do about proposals here, and how many people a new one needs. */
export async function proposalsHere({ database, actor }: Context, community: { id: string; code: string }) {
	const may = mayPropose(actor, community.code);
	return {
		needed: await neededIn(database.db, community.id),
		/** Why the reader cannot bring one in; null where they can. */
		refusal: may.ok ? null : may.refusal,
		maySet: mayAnswer(actor, community.code).ok
	};
}

/** A proposal with all its page shows. A withdrawn text is its author's again. Refusal: `form.not-found`. */
export async function proposalPage(ctx: Context, communityId: string, id: string) {
	const { db } = ctx.database;
	const loaded = await loadProposal(db, id);
	if (!loaded || loaded.row.communityId !== communityId) return refuse('form.not-found');
	const { row, facts } = loaded;
	const own = ctx.actor?.personId === row.authorId;
	const [author] = await db.select({ name: person.name }).from(person).where(eq(person.id, row.authorId));
	const [mine] = ctx.actor
		? await db
				.select({ id: proposalSupport.id })
				.from(proposalSupport)
				.where(and(eq(proposalSupport.proposalId, id), eq(proposalSupport.personId, ctx.actor.personId)))
		: [];
	const may = (act: 'support' | 'withdraw' | 'answer') => proposalPolicy(ctx.actor, act, facts);
	const answers = row.state === 'ready' && may('answer').ok;
	const support = may('support');
	return ok({
		proposal: {
			...{ id, title: row.title, state: row.state, needed: row.needed, place: row.place, reason: row.reason },
			...{ gatherUntil: row.gatherUntil, answerDueAt: row.answerDueAt, answeredAt: row.answeredAt },
			body: row.state === 'withdrawn' && !own ? null : row.body,
			createdAt: row.createdAt,
			supporters: await supportersOf(db, id)
		},
		author: author && (seesAuthor(ctx.actor, facts.communityCode) ? author.name : maskedName(author.name)),
		own,
		supported: !!mine,
		late: row.state === 'ready' && (await readNow(db)) >= row.answerDueAt!,
		/** Why the reader cannot stand behind it; null where they can. */
		supportRefusal: !takesSupport(row.state) ? 'proposals.not-now' : support.ok ? null : support.refusal.code,
		mayWithdraw: takesSupport(row.state) && may('withdraw').ok,
		mayAnswer: answers,
		agendas: answers ? await agendasToFill(ctx, communityId) : [],
		placed: row.meetingId ? await placeOf(ctx, row.meetingId, row.agendaItemId) : null
	});
}

/** The meeting whose agenda took it, and which item it is there, once that is frozen. */
async function placeOf({ database }: Context, meetingId: string, itemId: string | null) {
	const [row] = await database.db
		.select({
			title: meeting.title,
			startsAt: meeting.startsAt,
			number: agendaItem.number,
			outcome: agendaItem.outcome
		})
		.from(meeting)
		.leftJoin(agendaItem, and(eq(agendaItem.meetingId, meeting.id), eq(agendaItem.id, itemId ?? meeting.id)))
		.where(eq(meeting.id, meetingId));
	return { meetingId, itemId, ...row! };
}
