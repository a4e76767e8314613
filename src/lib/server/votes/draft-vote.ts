import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inForce, presetOf, type Preset } from '#lib/domain/votes/presets.ts';
import { measures } from '#lib/domain/votes/rule.ts';
import { mayVote } from '#lib/domain/votes/votes.policy.ts';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import type { CommunityKind } from '#lib/domain/community/hierarchy.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { agendaItem, area, building, meeting, organisation, propertyArea, vote } from '../db/schema/index.ts';
import { createLink, findPlace } from '../links/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { ballotSheet } from './ballot-sheet.ts';
import { step, voteFor } from './load-vote.ts';

/**
 * Drafts a vote, from an agenda item, from a paragraph of the minutes, or alone. Households are convened by the residents' committee, owners by the owners'
 * committee of their property area (民法典第277条、第280条). Refusals: `votes.not-the-convener`, `votes.preset-not-yours`,
 * `votes.scope-elsewhere`, `votes.agenda-item-elsewhere`, `votes.extension-not-allowed`, `votes.closes-before-it-opens`,
 * `votes.secret-counts-heads-only`, `votes.takes-no-proxies`, those of `ballotSheet`.
 */
export async function draftVote(ctx: Context, input: DraftVote): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const values = await checked(a, input);
		if (!values.ok) return values;
		const id = newId();
		const [row] = await a.db
			.insert(vote)
			.values({ id, ...values.value, state: 'draft', createdBy: a.actor!.personId, createdAt: a.now })
			.returning();
		const from = await linkToPlace(a, row!, input);
		if (!from.ok) return from;
		await a.audit({
			act: 'votes.draft',
			subject: ['vote', id],
			areaId: row!.communityId,
			organisationId: input.organisationId,
			data: { preset: input.preset }
		});
		return ok({ id });
	});
}

/** Changes a draft; once announced nothing of it changes any more. Refusals: those of drafting, `votes.not-in-this-state`. */
export async function editDraft(ctx: Context, id: string, input: DraftVote): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await voteFor(a, id, 'draft');
		if (!found.ok) return found;
		const values = await checked(a, input);
		if (!values.ok) return values;
		const changed = await step(a, found.value.row, 'edit', values.value);
		return changed.ok ? ok() : changed;
	});
}

type Values = Omit<typeof vote.$inferInsert, 'id' | 'state' | 'createdBy'>;

async function checked(a: Act, input: DraftVote): Promise<Result<Values>> {
	const [convener] = await a.db
		.select({ id: organisation.id, kind: organisation.kind, areaId: organisation.areaId, community: area.kind })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(eq(organisation.id, input.organisationId), isNull(organisation.dissolvedAt)));
	const allowed = mayVote(a.actor, 'draft', {
		communityCode: '',
		electorate: 'households',
		conveners: convener ? [convener.id] : [],
		state: 'draft',
		onRoll: false
	});
	if (!allowed.ok) return allowed;
	const preset = presetOf(input.preset);
	const today = new Date(a.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
	const electorate = preset && inForce(preset, today) ? electorateFor(preset, convener!) : null;
	if (!electorate) return refuse('votes.preset-not-yours', { field: 'preset' });
	if (input.extensionHours && !preset!.mayExtend) {
		return refuse('votes.extension-not-allowed', { field: 'extensionHours' });
	}
	const secrecy = input.secrecy ?? 'open';
	if (secrecy === 'secret' && measures(preset!.rule, 'area')) {
		return refuse('votes.secret-counts-heads-only', { field: 'secrecy' });
	}
	if (secrecy === 'secret' && input.proxyCap) return refuse('votes.takes-no-proxies', { field: 'proxyCap' });
	const sheet = ballotSheet(input, preset!);
	if (!sheet.ok) return sheet;
	if (input.closesAt <= input.opensAt) return refuse('votes.closes-before-it-opens', { field: 'closesAt' });
	const ground = await scopeOf(a, input.scope, convener!, electorate);
	if (!ground) return refuse('votes.scope-elsewhere', { field: 'scope' });
	return ok({
		communityId: convener!.areaId,
		organisationId: convener!.id,
		title: input.title,
		question: input.question,
		background: input.background,
		...sheet.value,
		preset: preset!.id,
		rule: { ...preset!.rule, proxyCap: input.proxyCap ?? 0 },
		electorate,
		...ground,
		secrecy,
		channels: secrecy === 'secret' || input.paper ? ['online', 'paper'] : ['online'],
		opensAt: input.opensAt,
		closesAt: input.closesAt,
		extensionHours: input.extensionHours,
		objectionDays: preset!.objectionDays
	});
}

/** Who is asked when this organisation convenes by this preset; null: it may not, or the law is for other communities. */
export function electorateFor(
	preset: Preset,
	convener: { kind: PartyKind; community: CommunityKind | null }
): 'households' | 'owners' | null {
	if (preset.community && (preset.community === 'village') !== (convener.community === 'village')) return null;
	const own = { 'residents-committee': 'households', 'owners-committee': 'owners' } as const;
	const asked = own[convener.kind as keyof typeof own] ?? null;
	return asked && preset.electorates.includes(asked) ? asked : null;
}

/** The ground the electorate stands on, all within the convener's own; null where it is not. */
async function scopeOf(
	a: Act,
	scope: DraftVote['scope'],
	convener: { id: string; areaId: string },
	electorate: 'households' | 'owners'
): Promise<{ propertyAreaId: string | null; buildingId: string | null } | null> {
	if (scope.kind === 'community')
		return electorate === 'households' ? { propertyAreaId: null, buildingId: null } : null;
	const areas = a.db
		.select({ id: propertyArea.id })
		.from(propertyArea)
		.where(
			and(
				eq(propertyArea.communityId, convener.areaId),
				electorate === 'owners' ? eq(propertyArea.ownersCommitteeId, convener.id) : undefined
			)
		);
	if (scope.kind === 'property-area') {
		const found = (await areas).some((one) => one.id === scope.id);
		return found ? { propertyAreaId: scope.id, buildingId: null } : null;
	}
	const [found] = await a.db
		.select({ id: building.id, propertyAreaId: building.propertyAreaId })
		.from(building)
		.where(and(eq(building.id, scope.id!), inArray(building.propertyAreaId, areas)));
	return found ? { propertyAreaId: found.propertyAreaId, buildingId: found.id } : null;
}

async function linkToPlace(a: Act, row: typeof vote.$inferSelect, input: DraftVote): Promise<Result> {
	const { meetingId, agendaItemId, block } = input;
	if (!meetingId || !(agendaItemId ?? block)) return ok();
	const known = agendaItemId ? await isItem(a, row, meetingId, agendaItemId) : await isPlace(a, row, meetingId, block!);
	if (!known) return refuse('votes.agenda-item-elsewhere');
	const from = { type: 'meeting', id: meetingId, block: agendaItemId ?? block! };
	await createLink(a, { communityId: row.communityId, from, to: { type: 'vote', id: row.id } });
	await a.emit({ topic: `meeting:${meetingId}`, kind: 'vote-drafted', areaId: row.communityId });
	return ok();
}

async function isItem(
	a: Act,
	row: typeof vote.$inferSelect,
	meetingId: string,
	agendaItemId: string
): Promise<boolean> {
	const [item] = await a.db
		.select({ id: agendaItem.id })
		.from(agendaItem)
		.innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
		.where(and(eq(agendaItem.id, agendaItemId), eq(meeting.id, meetingId), eq(meeting.communityId, row.communityId)));
	return item !== undefined;
}

async function isPlace(a: Act, row: typeof vote.$inferSelect, id: string, block: string): Promise<boolean> {
	const place = await findPlace(a.db, a.actor, 'meeting', { id, block });
	return place?.communityId === row.communityId;
}
