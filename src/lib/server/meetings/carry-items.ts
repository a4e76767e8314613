import { and, eq, isNull, notInArray } from 'drizzle-orm';
import {
	agendaTree,
	orderBetween,
	putItem,
	readEntries,
	type AgendaEntry
} from '#lib/domain/meetings/agenda-document.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { carriedItem } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { editDocument } from '../platform/documents/index.ts';
import { newId } from '../platform/ids.ts';
import { openCarried } from './carried-items.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/** An open item as the agenda takes it; its place there is given by `inOrder`. */
type Taken = Omit<AgendaEntry, 'order'> & { fromItemId: string };

/** Open items of earlier meetings for an agenda. Refusal: `meetings.item-taken`, where one is not open (any more). */
export async function takeCarried(
	a: Act,
	of: { communityId: string; organisationId: string },
	itemIds: readonly string[]
): Promise<Result<Taken[]>> {
	if (!itemIds.length) return ok([]);
	const open = (await openCarried(a.db, of)).filter(({ itemId }) => itemIds.includes(itemId));
	if (open.length !== new Set(itemIds).size) return refuse('meetings.item-taken', { field: 'carried' });
	return ok(
		open.map(({ itemId: fromItemId, title, minutes, kind, proposer }) => ({
			...{ id: newId(), title, parent: null, minutes, kind, proposer, withdrawnBy: null, fromItemId }
		}))
	);
}

/** The entries one behind the other, after the place `last`. */
export function inOrder(taken: readonly Taken[], last: string | null = null): AgendaEntry[] {
	let order = last;
	return taken.map(({ fromItemId: _, ...entry }) => ({ ...entry, order: (order = orderBetween(order, null)) }));
}

/** Says in rows which entries were carried over. The index sees to it that nobody else took one at the same moment. */
export async function linkCarried(a: Act, meetingId: string, taken: readonly Taken[]): Promise<Result> {
	if (!taken.length) return ok();
	const rows = await a.db
		.insert(carriedItem)
		.values(
			taken.map(({ id: entryId, fromItemId }) => ({
				...{ id: newId(), fromItemId, meetingId, entryId, createdBy: a.actor!.personId, createdAt: a.now }
			}))
		)
		.onConflictDoNothing()
		.returning({ id: carriedItem.id });
	return rows.length === taken.length ? ok() : refuse('meetings.item-taken', { field: 'carried' });
}

/** Items that this meeting took are open again, but for those in `kept`. */
export async function releaseCarried(a: Act, meetingId: string, kept: readonly string[] = []): Promise<void> {
	await a.db
		.update(carriedItem)
		.set({ releasedAt: a.now })
		.where(
			and(
				eq(carriedItem.meetingId, meetingId),
				isNull(carriedItem.releasedAt),
				kept.length ? notInArray(carriedItem.entryId, [...kept]) : undefined
			)
		);
}

/**
 * Puts open items of earlier meetings on the agenda while it is being built; editors see them at once. Refusals: the
 * policy's, `meetings.not-now`, `meetings.item-missing`, `meetings.item-taken`.
 */
export const carryItems = (ctx: Context, meetingId: string, itemIds: readonly string[]): Promise<Result> =>
	act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'lead');
		if (!found.ok) return found;
		const { row } = found.value;
		if (row.state !== 'collecting') return refuse('meetings.not-now');
		if (!itemIds.length) return refuse('meetings.item-missing', { field: 'carried' });
		const of = { communityId: row.communityId, organisationId: row.convenerOrganisationId };
		const taken = await takeCarried(a, of, itemIds);
		if (!taken.ok) return taken;
		const linked = await linkCarried(a, meetingId, taken.value);
		if (!linked.ok) return linked;
		await editDocument(a, row.agendaDocumentId!, (doc) => {
			const last = agendaTree(readEntries(doc)).at(-1)?.order ?? null;
			for (const entry of inOrder(taken.value, last)) putItem(doc, entry);
		});
		await noteMeeting(a, row, 'carry', { items: taken.value.length });
		return ok();
	});
