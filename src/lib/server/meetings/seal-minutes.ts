import { asc, eq } from 'drizzle-orm';
import { minutesJson, type MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { agendaItem, attendance, meetingParty, objection, organisation, person } from '../db/schema/index.ts';
import { act, type Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { sealDocument } from '../platform/documents/index.ts';
import { carriedOrigins, type CarriedOrigin } from './carried-items.ts';
import { startDisclosureTerm } from './disclosure-term.ts';
import { changeMeeting } from './change-meeting.ts';
import { positionsOf, questionsOf } from './hearing-page.ts';
import { noOpenObjections } from './lead-meeting.ts';
import { imagesToSeal } from './minutes-images.ts';
import { meetingFor, type MeetingRow } from './load-meeting.ts';
import { quorumOf } from './quorum.ts';

/**
 * Seals the minutes: from here on nobody changes them, in the room, the database or a file. Every objection must have
 * its answer and the review its full term. Refusals: `meetings.objections-open`, `meetings.review-runs`,
 * `meetings.not-now`.
 */
export async function sealMinutes(ctx: Context, id: string): Promise<Result<{ hash: string }>> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, id, 'lead');
		if (!found.ok) return found;
		const { row, facts } = found.value;
		if (row.phase !== 'review') return refuse('meetings.not-now');
		if (row.reviewUntil && a.now < row.reviewUntil) return refuse('meetings.review-runs');
		const answered = await noOpenObjections(a.db, id);
		if (!answered.ok) return answered;

		// Closed for writing first: what is read afterwards is what stays.
		const { doc } = await sealDocument(a, row.minutesDocumentId!);
		const content = await contentToSeal(a, row, facts.communityCode, minutesJson(doc));
		const hash = canonicalHash(content);
		const sealed = await changeMeeting(
			a,
			found.value,
			'seal',
			{ sealedAt: a.now, sealedHash: hash, sealedContent: content as unknown as Record<string, unknown> },
			{ hash }
		);
		if (!sealed.ok) return sealed;
		await startDisclosureTerm(a, row);
		return ok({ hash });
	});
}

async function contentToSeal(a: Act, row: MeetingRow, community: string, minutes: MinutesNode): Promise<SealedContent> {
	const parties = await a.db
		.select({ id: organisation.id, name: organisation.name })
		.from(meetingParty)
		.innerJoin(organisation, eq(organisation.id, meetingParty.organisationId))
		.where(eq(meetingParty.meetingId, row.id))
		.orderBy(asc(organisation.name));
	const nameOf = new Map(parties.map((party) => [party.id, party.name]));
	const present = await a.db
		.select({
			name: person.name,
			organisationId: attendance.organisationId,
			capacity: attendance.capacity,
			at: attendance.at
		})
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.personId))
		.where(eq(attendance.meetingId, row.id))
		.orderBy(asc(attendance.at), asc(attendance.id));
	const agenda = await a.db
		.select()
		.from(agendaItem)
		.where(eq(agendaItem.meetingId, row.id))
		.orderBy(asc(agendaItem.ordinal));
	const origins = await carriedOrigins(a.db, row.id);
	const objections = await a.db
		.select()
		.from(objection)
		.where(eq(objection.meetingId, row.id))
		.orderBy(asc(objection.id));
	const images = await imagesToSeal(a.db, row.id, minutes);
	return {
		format: 'gongjian-minutes-1',
		meeting: {
			id: row.id,
			community,
			kind: row.kind,
			title: row.title,
			place: row.place,
			startsAt: row.startsAt.toISOString(),
			openedAt: row.openedAt!.toISOString(),
			closedAt: row.closedAt!.toISOString(),
			convener: nameOf.get(row.convenerOrganisationId)!,
			parties: parties.map((party) => party.name)
		},
		proof: {
			noticeSentAt: row.convenedAt!.toISOString(),
			...(row.publicNotice ? { publicNotice: row.publicNotice } : {}),
			quorum: await quorumOf(a.db, row)
		},
		attendance: present.map((one) => ({
			name: one.name,
			organisation: one.organisationId && (nameOf.get(one.organisationId) ?? null),
			capacity: one.capacity,
			at: one.at.toISOString()
		})),
		agenda: agenda.map((item) => ({
			number: item.number,
			title: item.title,
			kind: item.kind,
			proposer: item.proposerOrganisationId && (nameOf.get(item.proposerOrganisationId) ?? null),
			withdrawn: item.withdrawnBy !== null,
			late: item.late,
			...(origins.has(item.id) ? { carriedFrom: sealedOrigin(origins.get(item.id)!) } : {}),
			...(item.outcome ? { outcome: item.outcome } : {})
		})),
		minutes,
		...(row.kind === 'hearing' ? { hearing: await hearingToSeal(a, row.id) } : {}),
		...(images ? { images } : {}),
		objections: objections.map((one) => ({
			quoted: one.quoted,
			body: one.body,
			answer: one.answer!,
			accepted: one.accepted!
		}))
	};
}

const sealedOrigin = ({ meetingId: meeting, meeting: title, number, title: item }: CarriedOrigin) => ({
	...{ meeting, title, number, item }
});

/** Who asked as a resident is not named: the text goes public. */
async function hearingToSeal(a: Act, meetingId: string): Promise<NonNullable<SealedContent['hearing']>> {
	const questions = await questionsOf(a.db, meetingId);
	const positions = await positionsOf(a.db, meetingId);
	return {
		questions: questions.map(({ row: { body: question, answer, setAside }, item, askedFor: from, to }) => ({
			...{ item, from, to, question, answer, setAside }
		})),
		positions: positions.map(({ party, stance, body: text }) => ({ party, stance, text }))
	};
}
