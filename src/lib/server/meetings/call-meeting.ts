import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import type { CallMeeting } from '#lib/domain/meetings/meetings.schema.ts';
import { mayCall } from '#lib/domain/meetings/meetings.policy.ts';
import { AGENDA_SCHEMA, initialAgenda } from '#lib/domain/meetings/agenda-document.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { within } from '#lib/domain/shared/actor.ts';
import { area, meeting, meetingParty, organisation } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { createDocument } from '../platform/documents/index.ts';
import { newId, newSecret } from '../platform/ids.ts';
import { inOrder, linkCarried, takeCarried } from './carry-items.ts';
import { noteMeeting } from './change-meeting.ts';

/**
 * Calls a meeting: parties are invited and build its agenda together from now on (`collecting`). Parties that the kind
 * must invite are added. Refusals: `form.forbidden`, `meetings.kind-not-yours`, `meetings.too-soon`,
 * `meetings.party-elsewhere`, `meetings.item-taken`.
 */
export async function callMeeting(ctx: Context, input: CallMeeting): Promise<Result<{ id: string }>> {
	return act(ctx, async (a) => {
		const permitted = mayCall(a.actor, input.organisationId);
		if (!permitted.ok) return permitted;
		const [convener] = await a.db
			.select({ id: organisation.id, kind: organisation.kind, areaId: organisation.areaId, code: area.code })
			.from(organisation)
			.innerJoin(area, eq(area.id, organisation.areaId))
			.where(and(eq(organisation.id, input.organisationId), isNull(organisation.dissolvedAt)));
		if (!convener || convener.code.length !== 12) return refuse('form.not-found');
		const rule = KIND_RULES[input.kind];
		if (!rule.conveners.includes(convener.kind)) return refuse('meetings.kind-not-yours', { field: 'kind' });
		const earliest = new Date(a.now.getTime() + rule.noticeDays * 86_400_000);
		if (input.startsAt < earliest) {
			return refuse('meetings.too-soon', { field: 'startsAt', params: { days: rule.noticeDays } });
		}
		const parties = await invited(a, convener, input.partyIds, rule.mustInvite);
		if (!parties) return refuse('meetings.party-elsewhere', { field: 'partyIds' });

		const id = newId();
		const carried = await takeCarried(
			a,
			{ communityId: convener.areaId, organisationId: convener.id },
			input.carried ?? []
		);
		if (!carried.ok) return carried;
		const agendaDocumentId = await createDocument(a, {
			areaId: convener.areaId,
			kind: 'meeting-agenda',
			subjectId: id,
			schemaVersion: AGENDA_SCHEMA,
			initial: initialAgenda(inOrder(carried.value))
		});
		const [row] = await a.db
			.insert(meeting)
			.values({
				id,
				communityId: convener.areaId,
				convenerOrganisationId: convener.id,
				kind: input.kind,
				title: input.title,
				place: input.place,
				startsAt: input.startsAt,
				state: 'collecting',
				public: rule.public,
				agendaDocumentId,
				checkInCode: newSecret(12),
				chairId: a.actor!.personId,
				createdBy: a.actor!.personId,
				createdAt: a.now
			})
			.returning();
		await a.db
			.insert(meetingParty)
			.values(parties.map((organisationId) => ({ id: newId(), meetingId: id, organisationId })));
		const linked = await linkCarried(a, id, carried.value);
		if (!linked.ok) return linked;
		await noteMeeting(a, row!, 'collect', { kind: input.kind, parties, carried: carried.value.length });
		return ok({ id });
	});
}

/** Ids of all parties to invite, the convener among them; undefined when one of them is not of this community. */
async function invited(
	a: Act,
	convener: { id: string; code: string; areaId: string },
	asked: string[],
	mustInvite: readonly string[]
): Promise<string[] | undefined> {
	const rows = asked.length
		? await a.db
				.select({ id: organisation.id, code: area.code })
				.from(organisation)
				.innerJoin(area, eq(area.id, organisation.areaId))
				.where(and(inArray(organisation.id, asked), isNull(organisation.dissolvedAt)))
		: [];
	// The community's own parties, and the street's and district's above it.
	if (rows.length !== new Set(asked).size || !rows.every((row) => within(convener.code, row.code))) return undefined;
	const must = await a.db
		.select({ id: organisation.id })
		.from(organisation)
		.where(
			and(
				eq(organisation.areaId, convener.areaId),
				isNull(organisation.dissolvedAt),
				sql`${organisation.kind} in ${[...mustInvite]}`
			)
		)
		.orderBy(asc(organisation.id));
	return [...new Set([convener.id, ...asked, ...must.map((row) => row.id)])];
}
