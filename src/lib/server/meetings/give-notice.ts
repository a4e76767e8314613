import { and, eq, inArray, sql } from 'drizzle-orm';
import { KIND_RULES } from '#lib/domain/meetings/kinds.ts';
import type { PublicNotice } from '#lib/domain/meetings/public-notice.ts';
import { meeting, meetingParty, membership, notification } from '../db/schema/index.ts';
import { notify, type News } from '../notifications/index.ts';
import type { Act } from '../platform/act.ts';
import { noteMeeting } from './change-meeting.ts';
import type { MeetingRow } from './load-meeting.ts';

/**
 * Sends the notice of a convened meeting: to everybody appointed in an invited party, and, where the kind asks for it, to
 * the people of every household or to every owner. When, and how many it reached, is kept as proof.
 */
export async function giveNotice(a: Act, row: MeetingRow, communityCode: string): Promise<void> {
	const news = about(row, communityCode);
	await a.db.update(meetingParty).set({ noticeSentAt: a.now }).where(eq(meetingParty.meetingId, row.id));
	const parties = a.db
		.select({ id: meetingParty.organisationId })
		.from(meetingParty)
		.where(eq(meetingParty.meetingId, row.id));
	const people = await a.db
		.selectDistinct({ id: membership.personId })
		.from(membership)
		.where(inArray(membership.organisationId, parties));
	const invited = new Set(people.map(({ id }) => id));
	await notify(a, { ...news, personIds: [...invited], kind: 'meeting-convened' });
	const to = row.public ? KIND_RULES[row.kind].tells : null;
	if (to) await tellHomes(a, row, to, invited, news);
}

/** The notice was sent in vain: who got it is told that the meeting does not take place. */
export async function recallNotice(a: Act, row: MeetingRow, communityCode: string): Promise<void> {
	const told = await a.db
		.selectDistinct({ id: notification.personId })
		.from(notification)
		.where(
			and(
				eq(notification.subjectType, 'meeting'),
				eq(notification.subjectId, row.id),
				inArray(notification.kind, ['meeting-convened', 'meeting-announced'])
			)
		);
	const personIds = told.map(({ id }) => id);
	await notify(a, { ...about(row, communityCode), personIds, kind: 'meeting-cancelled' });
}

const about = (row: MeetingRow, communityCode: string): Omit<News, 'personIds' | 'kind'> => ({
	areaId: row.communityId,
	subject: ['meeting', row.id],
	params: { title: row.title, startsAt: row.startsAt.toISOString() },
	href: `/c/${communityCode}/meetings/${row.id}`
});

async function tellHomes(
	a: Act,
	row: MeetingRow,
	to: PublicNotice['to'],
	/** They have the notice already. */
	invited: ReadonlySet<string>,
	news: Omit<News, 'personIds' | 'kind'>
): Promise<void> {
	const homes = await a.db.execute<{ people: string[] }>(
		to === 'households' ? households(row.communityId) : ownedUnits(row.communityId)
	);
	const people = new Set(homes.flatMap((home) => home.people));
	const personIds = [...people].filter((id) => !invited.has(id));
	await notify(a, { ...news, personIds, kind: 'meeting-announced' });
	const reached = homes.filter(({ people }) => people.length > 0).length;
	const proof = { to, at: a.now.toISOString(), homes: homes.length, reached, people: people.size };
	await a.db.update(meeting).set({ publicNotice: proof }).where(eq(meeting.id, row.id));
	await noteMeeting(a, row, 'give-public-notice', proof);
}

const households = (communityId: string) => sql`
	select array(select r.person_id::text from residency r where r.household_id = h.id and r.state = 'confirmed') as people
	from household h where h.community_id = ${communityId} and h.ended_at is null order by h.id`;

const ownedUnits = (communityId: string) => sql`
	select array(select w.person_id::text from ownership w where w.unit_id = u.id and w.state = 'approved') as people
	from unit u where u.community_id = ${communityId} order by u.id`;
