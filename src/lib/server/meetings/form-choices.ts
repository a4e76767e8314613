import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { organisationsAs } from '#lib/domain/shared/actor.ts';
import { minutesBlocks, type MinutesBlock } from '#lib/domain/meetings/minutes-document.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { inOffice } from '../db/in-office.ts';
import { area, attendance, membership, organisation, person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { loadMeeting } from './load-meeting.ts';

/** Organisations of the community in whose name the actor may call a meeting. */
export async function organisationsToCallFor(ctx: Context, communityId: string) {
	const ids = organisationsAs(ctx.actor, 'convener');
	if (!ids.length) return [];
	return ctx.database.db
		.select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
		.from(organisation)
		.where(and(inArray(organisation.id, ids), eq(organisation.areaId, communityId), isNull(organisation.dissolvedAt)));
}

/** Parties of the community and of the street and district above it, the nearest first. */
export async function partiesToInvite(ctx: Context, communityCode: string) {
	return ctx.database.db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.innerJoin(area, eq(area.id, organisation.areaId))
		.where(and(sql`${communityCode} like ${area.code} || '%'`, isNull(organisation.dissolvedAt)))
		.orderBy(sql`length(${area.code}) desc`, asc(organisation.createdAt), asc(organisation.id));
}

/** Members of the invited parties who are not there yet: for those who enter attendance, nobody else. */
export async function peopleToCheckIn(ctx: Context, meetingId: string) {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded || !meetingPolicy(ctx.actor, 'enter-attendance', loaded.facts).ok) return [];
	const { facts } = loaded;
	return ctx.database.db
		.selectDistinct({ id: person.id, name: person.name })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(
			and(
				inArray(membership.organisationId, [facts.convenerOrganisationId, ...facts.partyIds]),
				inOffice(),
				sql`not exists (select 1 from ${attendance} where ${attendance.meetingId} = ${meetingId} and ${attendance.personId} = ${person.id})`
			)
		)
		.orderBy(asc(person.name));
}

/** Paragraphs of the minutes that have text, for those who may read them. */
export async function minutesParagraphs(ctx: Context, meetingId: string): Promise<MinutesBlock[]> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	if (!loaded?.row.minutesDocumentId || !meetingPolicy(ctx.actor, 'read-minutes', loaded.facts).ok) return [];
	const document = await readDocument(ctx.database.db, loaded.row.minutesDocumentId);
	return document ? minutesBlocks(document.doc).filter((block) => block.text.trim() !== '') : [];
}
