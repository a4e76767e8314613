import { and, asc, eq, isNull } from 'drizzle-orm';
import { OPTION_ID } from '#lib/domain/votes/options.ts';
import { inForce, PRESETS } from '#lib/domain/votes/presets.ts';
import { measures, type Rule } from '#lib/domain/votes/rule.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import { agendaItem, area, building, meeting, organisation, propertyArea } from '../db/schema/index.ts';
import { findPlace } from '../links/index.ts';
import { readNow } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { electorateFor } from './draft-vote.ts';
import { loadVote, UUID } from './load-vote.ts';

/** What somebody who convenes in this community can choose from when drafting a vote; one entry an organisation. */
export interface DraftChoices {
	organisationId: string;
	organisation: string;
	presets: { id: string; mayExtend: boolean; maySecret: boolean }[];
	/** `value` as the form sends it; no name: the whole community. */
	scopes: { value: string; name: string | null }[];
}

/** Empty for everyone who convenes nothing here. */
export async function draftChoices(ctx: Context, communityId: string): Promise<DraftChoices[]> {
	const { db } = ctx.database;
	if (!ctx.actor?.memberships.some((one) => one.role === 'convener')) return [];
	const today = new Date((await readNow(db)).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
	const parties = await db
		.select({
			id: organisation.id,
			name: organisation.name,
			kind: organisation.kind,
			community: area.kind,
			code: area.code
		})
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(eq(organisation.areaId, communityId), isNull(organisation.dissolvedAt)))
		.orderBy(asc(organisation.name));
	const grounds = await db
		.select({ area: propertyArea, building })
		.from(propertyArea)
		.leftJoin(building, eq(building.propertyAreaId, propertyArea.id))
		.where(eq(propertyArea.communityId, communityId))
		.orderBy(asc(propertyArea.name), asc(building.ordinal));
	return parties.flatMap((party) => {
		const presets = PRESETS.filter((p) => inForce(p, today) && electorateFor(p, party));
		const facts = { communityCode: party.code, conveners: [party.id], state: 'draft', onRoll: false } as const;
		if (presets.length === 0 || !mayVote(ctx.actor, 'draft', { ...facts, electorate: 'households' }).ok) return [];
		const owners = party.kind === 'owners-committee';
		const own = grounds.filter((g) => !owners || g.area.ownersCommitteeId === party.id);
		const areas = new Map(own.map((g) => [g.area.id, g.area.name]));
		return {
			organisationId: party.id,
			organisation: party.name,
			presets: presets.map(({ id, mayExtend, rule }) => ({ id, mayExtend, maySecret: !measures(rule, 'area') })),
			scopes: [
				...(owners ? [] : [{ value: 'community', name: null }]),
				...[...areas].map(([id, name]) => ({ value: `property-area:${id}`, name })),
				...own.flatMap((g) =>
					g.building ? [{ value: `building:${g.building.id}`, name: g.area.name + g.building.name }] : []
				)
			]
		};
	});
}

/** A draft as its form holds it; null where there is none that the actor may change. */
export async function draftValues(ctx: Context, id: string) {
	const loaded = await loadVote(ctx.database.db, ctx.actor, id);
	if (!loaded || loaded.row.state !== 'draft' || !mayVote(ctx.actor, 'draft', loaded.facts).ok) return null;
	const { row } = loaded;
	return {
		organisationId: row.organisationId,
		preset: row.preset,
		scope: row.buildingId
			? `building:${row.buildingId}`
			: row.propertyAreaId
				? `property-area:${row.propertyAreaId}`
				: 'community',
		title: row.title,
		question: row.question,
		background: row.background,
		opensAt: row.opensAt,
		closesAt: row.closesAt,
		secrecy: row.secrecy,
		paper: row.channels.includes('paper'),
		proxyCap: (row.rule as unknown as Rule).proxyCap,
		extensionHours: row.extensionHours,
		method: row.method,
		options: row.options.flatMap(({ id, label }) => (OPTION_ID.test(id) ? label : [])),
		most: row.mostChoices
	};
}

/** Where a vote shall come from, with the words that stand there. */
export interface VotePlace {
	meetingId: string;
	agendaItemId: string | null;
	block: string | null;
	words: string;
}

/** The agenda item that a vote shall come from, if it is one of this community's meetings. */
export async function agendaItemForVote(
	ctx: Context,
	communityId: string,
	agendaItemId: string
): Promise<VotePlace | null> {
	if (!UUID.test(agendaItemId)) return null;
	const [item] = await ctx.database.db
		.select({ meetingId: meeting.id, agendaItemId: agendaItem.id, words: agendaItem.title })
		.from(agendaItem)
		.innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
		.where(and(eq(agendaItem.id, agendaItemId), eq(meeting.communityId, communityId)));
	return item ? { ...item, block: null } : null;
}

/** The paragraph of a meeting's minutes that a vote shall come from, for those who may read it. */
export async function paragraphForVote(
	{ database, actor }: Context,
	communityId: string,
	meetingId: string,
	block: string
): Promise<VotePlace | null> {
	const place = await findPlace(database.db, actor, 'meeting', { id: meetingId, block });
	return place?.communityId === communityId ? { meetingId, agendaItemId: null, block, words: place.words } : null;
}
