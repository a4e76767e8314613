import { and, eq, inArray, isNull } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import type { PartyKind } from '#lib/domain/shared/roles.ts';
import { refuse, type Result } from '#lib/domain/shared/result.ts';
import { agendaItem, organisation } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { sealDocument } from '../platform/documents/index.ts';
import { settleEntries } from './agenda-entries.ts';
import { agendaToFreeze } from './agenda-to-freeze.ts';
import { carriedOf } from './carried-items.ts';
import { releaseCarried } from './carry-items.ts';
import { changeMeeting } from './change-meeting.ts';
import { giveNotice } from './give-notice.ts';
import { meetingFor, type MeetingRow } from './load-meeting.ts';

/**
 * Freezes the agenda and sends the notice. Items that vanished from the document without being withdrawn come back:
 * nobody removes another party's item unseen. Refusals: `meetings.agenda-empty`, `meetings.too-soon`, `meetings.must-invite`.
 */
export async function conveneMeeting(ctx: Context, id: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, id, 'lead');
		if (!found.ok) return found;
		const { row } = found.value;
		const rule = KIND_RULES[row.kind];
		if (row.startsAt.getTime() - a.now.getTime() < rule.noticeDays * 86_400_000) {
			return refuse('meetings.too-soon', { params: { days: rule.noticeDays } });
		}
		const missing = await notInvited(a, row, found.value.facts.partyIds, rule.mustInvite);
		if (missing.length) return refuse('meetings.must-invite', { params: { parties: missing.join('、') } });
		// Closed for writing first: whatever an editor was told is saved is in, and nothing comes after.
		await sealDocument(a, row.agendaDocumentId!);
		const { convenerOrganisationId, partyIds } = found.value.facts;
		const items = await agendaToFreeze(a.db, row.agendaDocumentId!, [convenerOrganisationId, ...partyIds]);
		if (!items.some((item) => !item.withdrawnBy)) return refuse('meetings.agenda-empty');
		const carried = await carriedOf(a.db, id);
		await a.db.insert(agendaItem).values(
			items.map((item, ordinal) => ({
				id: item.id,
				meetingId: id,
				parentId: item.parent,
				ordinal,
				number: item.number,
				title: item.title,
				minutes: item.minutes,
				kind: item.kind,
				// what was carried over stays the item of whoever brought it in first
				proposerOrganisationId: carried.get(item.entryId)?.proposer ?? item.proposer,
				withdrawnBy: item.withdrawnBy,
				carriedOverFrom: carried.get(item.entryId)?.itemId ?? null
			}))
		);
		const kept = new Map(items.filter((item) => !item.withdrawnBy).map((item) => [item.entryId, item.id]));
		await releaseCarried(a, id, [...kept.keys()]);
		await settleEntries(a, id, kept);
		const changed = await changeMeeting(a, found.value, 'convene', { convenedAt: a.now }, { items: items.length });
		if (changed.ok) await giveNotice(a, row, found.value.facts.communityCode);
		return changed;
	});
}

/** Parties of the community that the kind must invite and that are not: one may have been founded since the call. */
async function notInvited(
	a: Act,
	{ communityId }: MeetingRow,
	partyIds: readonly string[],
	mustInvite: readonly PartyKind[]
): Promise<string[]> {
	const must = await a.db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(
			and(
				eq(organisation.areaId, communityId),
				inArray(organisation.kind, [...mustInvite]),
				isNull(organisation.dissolvedAt)
			)
		);
	return must.filter(({ id }) => !partyIds.includes(id)).map(({ name }) => name);
}
