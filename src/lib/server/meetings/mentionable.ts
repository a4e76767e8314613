import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Mentionable } from '#lib/domain/meetings/minutes-mention.ts';
import { meetingPolicy, type MeetingFacts } from '#lib/domain/meetings/meetings.policy.ts';
import type { Db } from '../db/client.ts';
import { inOffice } from '../db/in-office.ts';
import { agendaItem, attendance, membership, organisation, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { loadMeeting } from './load-meeting.ts';

/**
 * Whom and what the minutes may mention: those who are present, members of the parties, and the items of the agenda. For
 * those who write the minutes, nobody else: empty.
 */
export async function mentionableIn(ctx: Context, meetingId: string): Promise<Mentionable[]> {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, meetingId);
	if (!loaded || !meetingPolicy(ctx.actor, 'write-minutes', loaded.facts).ok) return [];
	const people = await peopleAround(db, meetingId, loaded.facts);
	const items = await db
		.select({ id: agendaItem.id, number: agendaItem.number, title: agendaItem.title })
		.from(agendaItem)
		.where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.withdrawnBy)))
		.orderBy(asc(agendaItem.ordinal));
	return [
		...people,
		...items.map(({ id, number, title }) => ({ kind: 'item' as const, id, label: `${number} ${title}`, hint: '' }))
	];
}

/** Who is present, and after them who else is a member of a party: those who may read the minutes whatever their state. */
export async function peopleAround(
	db: Db,
	meetingId: string,
	{ convenerOrganisationId, partyIds }: MeetingFacts
): Promise<Mentionable[]> {
	const present = await db
		.select({ id: person.id, label: person.name, hint: attendance.capacity })
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.personId))
		.where(eq(attendance.meetingId, meetingId))
		.orderBy(asc(attendance.at), asc(attendance.id));
	const members = await db
		.selectDistinct({ id: person.id, label: person.name, hint: organisation.name })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(and(inArray(membership.organisationId, [convenerOrganisationId, ...partyIds]), inOffice()))
		.orderBy(asc(organisation.name), asc(person.name));
	const people = new Map([...members, ...present].map((one) => [one.id, { kind: 'person' as const, ...one }]));
	// a party says more than "representative of a party" does
	for (const { id, hint } of members) people.get(id)!.hint = hint;
	const here = new Set(present.map(({ id }) => id));
	return [...people.values()].toSorted((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)));
}
