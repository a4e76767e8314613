import { and, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { organisationsAs } from '#lib/domain/shared/actor.ts';
import type { Effect } from '#lib/domain/votes/electorate.ts';
import type { Manifest } from '#lib/domain/votes/manifest.ts';
import { effectOf, presetOf } from '#lib/domain/votes/presets.ts';
import type { Rule } from '#lib/domain/votes/rule.ts';
import { area, building, organisation, propertyArea, vote } from '../db/schema/index.ts';
import { linksFrom } from '../links/index.ts';
import type { Context } from '../platform/context.ts';
import { endOf, VOTE_COLUMNS, type VoteRow } from './load-vote.ts';

export interface VoteSummary {
	id: string;
	title: string;
	question: string;
	communityCode: string;
	rule: Rule;
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

/** Votes of a community that the actor may see, the open ones first, then the latest. Drafts are the convener's own. */
export async function listVotes(ctx: Context, communityId: string, most = 100): Promise<VoteSummary[]> {
	return voteSummaries(ctx, eq(vote.communityId, communityId), most);
}

/** What came of a meeting, each with the agenda item or the paragraph it came from. */
export async function votesFromMeeting(
	ctx: Context,
	meetingId: string
): Promise<(VoteSummary & { block: string | null })[]> {
	const links = (await linksFrom(ctx.database.db, 'meeting', meetingId)).filter((link) => link.toType === 'vote');
	if (links.length === 0) return [];
	const items = new Map(links.map((link) => [link.toId, link.fromBlock]));
	const found = await voteSummaries(ctx, inArray(vote.id, [...items.keys()]), 100);
	return found.map((one) => ({ ...one, block: items.get(one.id) ?? null }));
}

/** Votes that the actor may see, in the order of a list. */
export async function voteSummaries(ctx: Context, where: SQL, most: number): Promise<VoteSummary[]> {
	const convening = organisationsAs(ctx.actor, 'convener');
	const mine = convening.length > 0 ? inArray(vote.organisationId, convening) : undefined;
	const rows = await ctx.database.db
		.select({
			row: VOTE_COLUMNS,
			code: area.code,
			convener: organisation.name,
			propertyArea: propertyArea.name,
			building: building.name
		})
		.from(vote)
		.innerJoin(area, eq(area.id, vote.communityId))
		.innerJoin(organisation, eq(organisation.id, vote.organisationId))
		.leftJoin(propertyArea, eq(propertyArea.id, vote.propertyAreaId))
		.leftJoin(building, eq(building.id, vote.buildingId))
		.where(and(where, or(ne(vote.state, 'draft'), mine)))
		.orderBy(sql`${vote.state} = 'open' desc`, desc(vote.closesAt))
		.limit(most);
	return rows.map(summary);
}

function summary(found: {
	row: VoteRow;
	code: string;
	convener: string;
	propertyArea: string | null;
	building: string | null;
}): VoteSummary {
	const { row } = found;
	return {
		id: row.id,
		title: row.title,
		question: row.question,
		communityCode: found.code,
		rule: row.rule as unknown as Rule,
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
