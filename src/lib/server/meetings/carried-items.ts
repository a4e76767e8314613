import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '../db/client.ts';
import { agendaItem, carriedItem, meeting } from '../db/schema/index.ts';

/** An item of an earlier meeting, as the later one names it. */
export interface CarriedOrigin {
	itemId: string;
	meetingId: string;
	meeting: string;
	number: string;
	title: string;
}

const origin = {
	itemId: agendaItem.id,
	meetingId: meeting.id,
	meeting: meeting.title,
	number: agendaItem.number,
	title: agendaItem.title
};

/**
 * Items of the community that were not settled and that no coming meeting has taken, the oldest first. What a meeting that
 * is not public left open is for its own convener.
 */
export function openCarried(db: Db, { communityId, organisationId }: { communityId: string; organisationId: string }) {
	return db
		.select({
			...origin,
			kind: agendaItem.kind,
			minutes: agendaItem.minutes,
			proposer: agendaItem.proposerOrganisationId
		})
		.from(agendaItem)
		.innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
		.leftJoin(carriedItem, and(eq(carriedItem.fromItemId, agendaItem.id), isNull(carriedItem.releasedAt)))
		.where(
			and(
				eq(meeting.communityId, communityId),
				eq(agendaItem.outcome, 'carried'),
				isNull(carriedItem.id),
				or(eq(meeting.public, true), eq(meeting.convenerOrganisationId, organisationId))
			)
		)
		.orderBy(asc(meeting.startsAt), asc(agendaItem.ordinal));
}

/** The entries of a meeting's agenda that were carried over, by their ids in the document. */
export async function carriedOf(
	db: Db,
	meetingId: string
): Promise<Map<string, CarriedOrigin & { proposer: string | null }>> {
	const rows = await db
		.select({ entryId: carriedItem.entryId, ...origin, proposer: agendaItem.proposerOrganisationId })
		.from(carriedItem)
		.innerJoin(agendaItem, eq(agendaItem.id, carriedItem.fromItemId))
		.innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
		.where(and(eq(carriedItem.meetingId, meetingId), isNull(carriedItem.releasedAt)));
	return new Map(rows.map(({ entryId, ...one }) => [entryId, one]));
}

const before = alias(agendaItem, 'item_before');

/** Where the frozen items of a meeting were carried over from, by their ids. */
export async function carriedOrigins(db: Db, meetingId: string): Promise<Map<string, CarriedOrigin>> {
	const rows = await db
		.select({
			id: agendaItem.id,
			...{
				itemId: before.id,
				meetingId: meeting.id,
				meeting: meeting.title,
				number: before.number,
				title: before.title
			}
		})
		.from(agendaItem)
		.innerJoin(before, eq(before.id, agendaItem.carriedOverFrom))
		.innerJoin(meeting, eq(meeting.id, before.meetingId))
		.where(and(eq(agendaItem.meetingId, meetingId), isNotNull(agendaItem.carriedOverFrom)));
	return new Map(rows.map(({ id, ...one }) => [id, one]));
}

/** The meeting that has taken each item of this one, by the items' ids. */
export async function carriedOn(db: Db, meetingId: string): Promise<Map<string, { id: string; title: string }>> {
	const rows = await db
		.select({ itemId: agendaItem.id, id: meeting.id, title: meeting.title })
		.from(carriedItem)
		.innerJoin(agendaItem, eq(agendaItem.id, carriedItem.fromItemId))
		.innerJoin(meeting, eq(meeting.id, carriedItem.meetingId))
		.where(and(eq(agendaItem.meetingId, meetingId), isNull(carriedItem.releasedAt)));
	return new Map(rows.map(({ itemId, ...one }) => [itemId, one]));
}
