import { eq } from 'drizzle-orm';
import { putItem } from '#lib/domain/meetings/agenda-document.ts';
import { block, minutesFragment } from '#lib/domain/meetings/minutes-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { meeting } from '#lib/server/db/schema/index.ts';
import {
	callMeeting,
	closeSession,
	conveneMeeting,
	openSession,
	sealMinutes,
	startReview
} from '#lib/server/meetings/index.ts';
import { begin } from '#lib/server/platform/act.ts';
import { editDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import type { Town } from './community.ts';
import type { TestDatabase } from './database.ts';

export const OPENS = new Date('2026-12-08T11:00:00Z');
/** When the review of its minutes is over. */
const REVIEWED = new Date('2026-12-11T11:00:00Z');

export async function meetingRow(data: TestDatabase, id: string) {
	const [found] = await data.db.select().from(meeting).where(eq(meeting.id, id));
	return found!;
}

/** Changes a document as that person, in one transaction. */
export async function editAs(
	data: TestDatabase,
	actor: Person,
	documentId: string,
	change: Parameters<typeof editDocument>[2]
): Promise<void> {
	await data.db.transaction(async (tx) => void (await editDocument(await begin(tx, actor), documentId, change)));
}

/**
 * A joint meeting of the residents' committee and the property company in its session, called by this convener, with one
 * item and these paragraphs (ids p1, p2 …) in the minutes. The clock stands at its opening.
 */
export async function meetingInSession(
	data: TestDatabase,
	town: Town,
	convener: Person,
	paragraphs: readonly string[] = []
): Promise<string> {
	await data.travelTo('2026-12-01T02:00:00Z');
	const called = await callMeeting(data.as(convener), {
		organisationId: town.parties['residents-committee'],
		...{ kind: 'co-building', title: '冬季消防通道', place: '社区活动室', startsAt: OPENS },
		partyIds: [town.parties['property-company']]
	});
	if (!called.ok) throw new Error(called.refusal.code);
	const { id } = called.value;
	const company = town.parties['property-company'];
	await editAs(data, convener, (await meetingRow(data, id)).agendaDocumentId!, (doc) =>
		putItem(doc, {
			...{ id: newId(), title: '消防通道', parent: null, order: 'a', minutes: 10, kind: 'discuss' },
			...{ proposer: company, withdrawnBy: null }
		})
	);
	await conveneMeeting(data.as(convener), id);
	await data.travelTo(OPENS);
	await openSession(data.as(convener), id);
	await editAs(data, convener, (await meetingRow(data, id)).minutesDocumentId!, (doc) =>
		minutesFragment(doc).insert(
			1,
			paragraphs.map((words, i) => block('paragraph', `p${i + 1}`, {}, words))
		)
	);
	return id;
}

/** Closes the session and seals what stands in the minutes, once the review is over. */
export async function sealNow(data: TestDatabase, convener: Person, id: string): Promise<void> {
	await closeSession(data.as(convener), id);
	await startReview(data.as(convener), id);
	await data.travelTo(REVIEWED);
	const sealed = await sealMinutes(data.as(convener), id);
	if (!sealed.ok) throw new Error(sealed.refusal.code);
}
