import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import { explain, type Explanation } from '#lib/domain/votes/explain.ts';
import type { Manifest } from '#lib/domain/votes/manifest.ts';
import { resultMeters, turnoutMeters, type Meter } from '#lib/domain/votes/meters.ts';
import { objectionAbout, objectionsUntil } from '#lib/domain/votes/objection.ts';
import type { Effect } from '#lib/domain/votes/electorate.ts';
import { effectOf, presetOf } from '#lib/domain/votes/presets.ts';
import { readFigures } from '#lib/domain/votes/record.ts';
import type { RecordFigures, VoteRecord } from '#lib/domain/votes/record.schema.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { building, organisation, propertyArea, vote } from '../db/schema/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { endOf, loadVote, type VoteRow } from './load-vote.ts';
import { objectionsTo, type Objection } from './objections.ts';
import { recordKey } from './record-key.ts';
import { turnout } from './turnout.ts';

export interface VoteSummary {
	id: string;
	title: string;
	question: string;
	state: VoteRow['state'];
	electorate: VoteRow['electorate'];
	preset: string;
	effect: Effect;
	outcome: VoteRow['outcome'];
	opensAt: Date;
	closesAt: Date;
	publishedAt: Date | null;
	/** Name of the property area or building; null: the whole community. */
	scope: string | null;
	convener: string;
}

/** An entry the actor may cast for, and whether a ballot of it stands. What was chosen is not told before publication. */
export interface OwnEntry {
	id: string;
	label: string;
	votedAt: Date | null;
	/** A member of the household cast it, not the actor. */
	byAnother: boolean;
}

export interface VoteDetail extends VoteSummary {
	communityId: string;
	background: string;
	convenerId: string;
	options: { id: string; label: string }[];
	rule: Rule;
	extensionHours: number | null;
	extendedTo: Date | null;
	objectionDays: number;
	phi: string | null;
	rollHash: string | null;
	law: { name: string; articles: string; note: string } | null;
	reason: string | null;
	/** Who took part so far; null before the opening. */
	turnout: Meter[] | null;
	own: OwnEntry[];
	result: (Explanation & { meters: Meter[]; figures: RecordFigures; publicKey: string }) | null;
	objections: Objection[];
	objection: { about: 'roll' | 'result' | null; until: Date | null };
	may: Record<'announce' | 'cancel' | 'annul' | 'object' | 'answer' | 'fullRecord', boolean>;
}

/** Votes of a community that the actor may see, the open ones first, then the latest. Drafts are the convener's own. */
export async function listVotes(ctx: Context, communityId: string, most = 100): Promise<VoteSummary[]> {
	return summaries(ctx, eq(vote.communityId, communityId), most);
}

/** What came of an agenda item, or of a whole meeting. */
export async function votesFromMeeting(
	ctx: Context,
	meetingId: string
): Promise<(VoteSummary & { agendaItemId: string | null })[]> {
	const links = await ctx.database.db.execute<{ to_id: string; from_block: string | null }>(sql`
		select to_id, from_block from link where from_type = 'meeting' and from_id = ${meetingId} and to_type = 'vote'`);
	const items = new Map(links.map((l) => [l.to_id, l.from_block]));
	if (items.size === 0) return [];
	const found = await summaries(ctx, sql`${vote.id} in ${[...items.keys()]}`, 100);
	return found.map((one) => ({ ...one, agendaItemId: items.get(one.id) ?? null }));
}

/** Open votes in which an entry of the actor has no standing ballot, the one that ends first in front. */
export async function votesAwaiting(ctx: Context): Promise<(VoteSummary & { communityId: string })[]> {
	if (!ctx.actor) return [];
	const waiting = await ctx.database.db.execute<{ id: string; community_id: string }>(sql`
		select distinct v.id, v.community_id from vote v join vote_voter w on w.vote_id = v.id
		where v.state = 'open' and app_now() < coalesce(v.extended_to, v.closes_at) and w.person_id = ${ctx.actor.personId}
			and not exists (
				select from ballot b where b.vote_id = v.id and b.entry_id = w.entry_id and b.replaced_at is null
					and b.caster_id in (w.entry_id, w.person_id)
			)`);
	const communities = new Map(waiting.map((w) => [w.id, w.community_id]));
	if (communities.size === 0) return [];
	const found = await summaries(ctx, sql`${vote.id} in ${[...communities.keys()]}`, 50);
	return found
		.map((one) => ({ ...one, communityId: communities.get(one.id)! }))
		.sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
}

async function summaries(ctx: Context, where: SQL | undefined, most: number): Promise<VoteSummary[]> {
	const rows = await ctx.database.db
		.select({ row: vote, convener: organisation.name, propertyArea: propertyArea.name, building: building.name })
		.from(vote)
		.innerJoin(organisation, eq(organisation.id, vote.organisationId))
		.leftJoin(propertyArea, eq(propertyArea.id, vote.propertyAreaId))
		.leftJoin(building, eq(building.id, vote.buildingId))
		.where(and(where))
		.orderBy(sql`${vote.state} = 'open' desc`, desc(vote.closesAt))
		.limit(most);
	const visible: VoteSummary[] = [];
	for (const one of rows) {
		const convenes = ctx.actor?.memberships.some(
			(m) => m.role === 'convener' && m.organisationId === one.row.organisationId
		);
		if (one.row.state !== 'draft' || convenes) visible.push(summary(one));
	}
	return visible;
}

function summary(found: {
	row: VoteRow;
	convener: string;
	propertyArea: string | null;
	building: string | null;
}): VoteSummary {
	const { row } = found;
	return {
		id: row.id,
		title: row.title,
		question: row.question,
		state: row.state,
		electorate: row.electorate,
		preset: row.preset,
		effect: effect(row),
		outcome: row.outcome,
		opensAt: row.opensAt,
		closesAt: endOf(row),
		publishedAt: row.publishedAt,
		scope: found.propertyArea === null ? null : found.propertyArea + (found.building ?? ''),
		convener: found.convener
	};
}

function effect(row: VoteRow): Effect {
	const announced = (row.manifest as Manifest | null)?.preset.effect;
	return announced ?? effectOf(presetOf(row.preset)!, row.createdAt.toISOString().slice(0, 10));
}

/** A vote with all its page shows, cut to what the actor may see. Refusal: `votes.not-found`. */
export async function voteDetail(ctx: Context, id: string): Promise<Result<VoteDetail>> {
	const { db } = ctx.database;
	const loaded = await loadVote(db, ctx.actor, id);
	if (!loaded || !mayVote(ctx.actor, 'see', loaded.facts).ok) return refuse('votes.not-found');
	const { row, facts } = loaded;
	const [base] = await summaries(ctx, eq(vote.id, id), 1);
	const can = (act: Parameters<typeof mayVote>[1]) => mayVote(ctx.actor, act, facts).ok;
	const now = await readNow(db);
	const rule = row.rule as unknown as Rule;
	const preset = presetOf(row.preset)!;
	const about = objectionAbout(row, now);
	return ok({
		...base!,
		communityId: row.communityId,
		background: row.background,
		convenerId: row.organisationId,
		options: row.options,
		rule,
		extensionHours: row.extensionHours,
		extendedTo: row.extendedTo,
		objectionDays: row.objectionDays,
		phi: row.phi,
		rollHash: row.rollHash,
		law: preset.law === null ? null : { name: preset.law, articles: preset.articles, note: preset.note },
		reason: row.reason,
		turnout: can('see-turnout') ? turnoutMeters(rule, await turnout(db, id)) : null,
		own: facts.onRoll ? await ownEntries(ctx, id) : [],
		result: can('see-choices') ? resultOf(row, rule) : null,
		objections: await objectionsTo(ctx, id),
		objection: {
			about,
			until: about === 'roll' ? row.opensAt : row.publishedAt && objectionsUntil(row.publishedAt, row.objectionDays)
		},
		may: {
			announce: can('announce') && row.state === 'draft',
			cancel: can('cancel') && (row.state === 'draft' || row.state === 'announced'),
			annul: can('annul') && ['open', 'counting', 'published'].includes(row.state),
			object: can('object') && about !== null,
			answer: can('answer-objection'),
			fullRecord: can('see-full-record')
		}
	});
}

function resultOf(row: VoteRow, rule: Rule): VoteDetail['result'] {
	const figures = row.figures as unknown as RecordFigures;
	const exact = readFigures(figures);
	return {
		...explain(rule, exact, row.outcome!, row.electorate),
		meters: resultMeters(rule, exact),
		figures,
		publicKey: recordKey().public
	};
}

async function ownEntries(ctx: Context, voteId: string): Promise<OwnEntry[]> {
	const person = ctx.actor!.personId;
	const rows = await ctx.database.sql<OwnEntry[]>`
		select e.id, e.label, b.cast_at as "votedAt", coalesce(b.person_id <> ${person}, false) as "byAnother"
		from vote_voter w join roll_entry e on e.id = w.entry_id
			left join ballot b on b.vote_id = w.vote_id and b.entry_id = w.entry_id and b.replaced_at is null
				and b.caster_id in (w.entry_id, w.person_id)
		where w.vote_id = ${voteId} and w.person_id = ${person}
		order by e.label, e.id`;
	return [...rows];
}

/** The published record, public or full. Refusals: `votes.not-found`, `votes.not-published-yet`, `votes.roll-members-only`. */
export async function voteRecord(ctx: Context, id: string, view: VoteRecord['view']): Promise<Result<VoteRecord>> {
	const loaded = await loadVote(ctx.database.db, ctx.actor, id);
	if (!loaded || !mayVote(ctx.actor, 'see', loaded.facts).ok) return refuse('votes.not-found');
	const allowed = mayVote(ctx.actor, view === 'full' ? 'see-full-record' : 'see-record', loaded.facts);
	if (!allowed.ok) return allowed;
	return ok((view === 'full' ? loaded.row.fullRecord : loaded.row.record) as unknown as VoteRecord);
}
