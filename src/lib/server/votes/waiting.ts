import { inArray, sql } from 'drizzle-orm';
import { organisationsAs } from '#lib/domain/shared/actor.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { meterText, missing, unitOf } from '#lib/i18n/votes.ts';
import { vote } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import type { WaitingItem } from '../platform/waiting.ts';
import { turnoutMeters } from '#lib/domain/votes/meters.ts';
import { papersWaiting } from './papers-waiting.ts';
import { voteSummaries, type VoteSummary } from './summaries.ts';
import { turnout } from './turnout.ts';

/** What waits for a person here: votes to take part in, and as a convener objections to answer. */
export async function votesWaiting(ctx: Context): Promise<WaitingItem[]> {
	if (!ctx.actor) return [];
	const [ballots, objections, papers] = await Promise.all([
		votesAwaiting(ctx),
		objectionsAwaiting(ctx),
		papersWaiting(ctx)
	]);
	return [...(await Promise.all(ballots.map((one) => toCast(ctx, one)))), ...objections, ...papers];
}

/** Open votes in which an entry of the actor's, or one the actor is the agent of, has no standing ballot, the one that ends first in front. */
export async function votesAwaiting(ctx: Context): Promise<VoteSummary[]> {
	if (!ctx.actor) return [];
	const waiting = await ctx.database.db.execute<{ id: string }>(sql`
		select distinct v.id from vote v join vote_voter w on w.vote_id = v.id
		where v.state = 'open' and app_now() < coalesce(v.extended_to, v.closes_at) and w.person_id = ${ctx.actor.personId}
			and not exists (
				select from ballot b where b.vote_id = v.id and b.entry_id = w.entry_id and b.replaced_at is null
					and b.channel <> 'proxy' and b.caster_id in (w.entry_id, w.person_id)
			)
			and not exists (select from paper_ballot p where p.vote_id = v.id and p.entry_id = w.entry_id)
			and not exists (select from secret_draw d where d.vote_id = v.id and d.entry_id = w.entry_id)
			and not exists (
				select from vote_proxy y where y.entry_id = w.entry_id and y.ended_at is null
					and (y.principal_id = w.person_id or v.electorate = 'households')
			)
		union
		select v.id from vote v join vote_proxy y on y.vote_id = v.id
		where v.state = 'open' and app_now() < coalesce(v.extended_to, v.closes_at) and y.agent_id = ${ctx.actor.personId}
			and y.ended_at is null and not exists (
				select from ballot b where b.vote_id = v.id and b.entry_id = y.entry_id and b.replaced_at is null
					and b.person_id = y.agent_id and b.channel = 'proxy'
			)`);
	if (waiting.length === 0) return [];
	const found = await voteSummaries(
		ctx,
		inArray(
			vote.id,
			waiting.map((w) => w.id)
		),
		50
	);
	return found.sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
}

async function toCast(ctx: Context, one: VoteSummary): Promise<WaitingItem> {
	const figures = await turnout(ctx.database.db, one.id);
	const meter = turnoutMeters(one.rule, figures).find((test) => test.missing !== null);
	return {
		title: one.title,
		href: `/c/${one.communityCode}/votes/${one.id}`,
		dueAt: one.closesAt,
		tag: { text: m.votes_one(), tone: 'due' },
		detail: one.question,
		act: m.votes_go_vote(),
		...(meter && {
			meter: {
				value: Number(meter.value),
				max: Number(meter.total),
				target: Number(meter.needed),
				sentence: missing(meter, unitOf(meter, one.electorate))!,
				text: meterText(meter)
			}
		})
	};
}

async function objectionsAwaiting(ctx: Context): Promise<WaitingItem[]> {
	const organisations = organisationsAs(ctx.actor, 'convener');
	if (organisations.length === 0) return [];
	const rows = await ctx.database.db.execute<{ id: string; title: string; code: string; waiting: number }>(sql`
		select v.id, v.title, a.code, count(*)::int as waiting
		from vote_objection o join vote v on v.id = o.vote_id join area a on a.id = v.community_id
		where o.answered_at is null and v.organisation_id in ${organisations}
		group by v.id, v.title, a.code`);
	return rows.map(({ id, title, code, waiting }) => ({
		title,
		href: `/c/${code}/votes/${id}#objections`,
		dueAt: null,
		tag: { text: m.votes_objections_heading(), tone: 'due' as const },
		detail: m.votes_objections_waiting({ count: waiting }),
		act: m.votes_answer(),
		office: true
	}));
}
