import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { block, minutesFragment } from '#lib/domain/meetings/minutes-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { annotation, notification, outbox } from '#lib/server/db/schema/index.ts';
import { answerAnnotation, registerMeetings, sweepMentions } from '#lib/server/meetings/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { COMMUNITY, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingInSession, meetingRow, OPENS, sealNow } from '../../support/meetings.ts';

const test = useDatabase();
let town: Town;
let convener: Person, recorder: Person, delegate: Person, resident: Person;
let id: string, documentId: string;

beforeAll(async () => {
	registerMeetings();
	town = await plantCommunity(test);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'recorder']);
	recorder = await town.appoint('钱记录', 'property-company', 'recorder');
	delegate = await town.appoint('李经理', 'property-company', 'delegate');
	resident = await town.resident('孙阿姨', 0);
});
beforeEach(async () => {
	id = await meetingInSession(test, town, convener, ['物业本周五前划线。', '党委协调城管。']);
	documentId = (await meetingRow(test, id)).minutesDocumentId!;
});

const after = (seconds: number) => test.travelTo(new Date(OPENS.getTime() + seconds * 1_000));
const paragraph = (of: Y.Doc, place: number) => minutesFragment(of).get(place) as Y.XmlElement;
const mentionIn = (place: number, whom: string, by = recorder) =>
	editAs(test, by, documentId, (doc) =>
		paragraph(doc, place).push([block('mention', whom, { kind: 'person', label: '某' })])
	);
const takeBack = (place: number) =>
	editAs(test, recorder, documentId, (doc) => paragraph(doc, place).delete(paragraph(doc, place).length - 1, 1));
const told = (whom: Person) =>
	test.db
		.select({ href: notification.href })
		.from(notification)
		.where(
			and(
				eq(notification.kind, 'meetings.mentioned'),
				eq(notification.subjectId, id),
				eq(notification.personId, whom.personId)
			)
		)
		.orderBy(asc(notification.id));
const page = () => `/c/${COMMUNITY}/meetings/${id}/minutes`;

describe('a person mentioned in minutes', () => {
	it('is told once the mention has stood for a minute, and once only', async () => {
		await mentionIn(1, delegate.personId);
		expect(await sweepMentions(test)).toBe(0);
		await after(59);
		expect(await sweepMentions(test)).toBe(0);
		await after(61);
		expect(await sweepMentions(test)).toBe(1);
		expect(await told(delegate)).toEqual([{ href: `${page()}#b-p1` }]);
		const live = await test.db
			.select()
			.from(outbox)
			.where(eq(outbox.topic, `person:${delegate.personId}`));
		expect(live.length).toBeGreaterThan(0);

		await mentionIn(1, delegate.personId);
		await takeBack(1);
		await takeBack(1);
		await sweepMentions(test);
		await mentionIn(1, delegate.personId);
		await sweepMentions(test);
		await after(300);
		expect(await sweepMentions(test)).toBe(0);
		await mentionIn(2, delegate.personId);
		await sweepMentions(test);
		await after(400);
		expect(await sweepMentions(test)).toBe(1);
		expect(await told(delegate)).toHaveLength(2);
	});

	it('is not told of what was taken back before', async () => {
		await mentionIn(1, delegate.personId);
		await sweepMentions(test);
		await after(30);
		await takeBack(1);
		await after(120);
		expect(await sweepMentions(test)).toBe(0);
		expect(await told(delegate)).toEqual([]);
	});

	it('is told of one that was sealed within the minute', async () => {
		await mentionIn(1, delegate.personId);
		await sealNow(test, convener, id);
		await sweepMentions(test);
		await test.travelTo('2026-12-11T11:02:00Z');
		expect(await sweepMentions(test)).toBe(1);
		expect(await told(delegate)).toHaveLength(1);
	});

	it('is nobody who may not read the minutes, nor who wrote it', async () => {
		await mentionIn(1, resident.personId);
		await mentionIn(1, recorder.personId);
		await mentionIn(1, newId());
		await sweepMentions(test);
		await after(120);
		expect(await sweepMentions(test)).toBe(0);
		expect([...(await told(resident)), ...(await told(recorder))]).toEqual([]);
	});

	it('hears of it once where two processes look at the same time', async () => {
		await mentionIn(1, delegate.personId);
		await sweepMentions(test);
		await after(120);
		const counts = await Promise.all([sweepMentions(test), sweepMentions(test)]);
		expect(counts[0]! + counts[1]!).toBe(1);
		expect(await told(delegate)).toHaveLength(1);
	});
});

it('tells who is named behind an @ in an answer to a comment, but not twice who hears of the answer', async () => {
	const one = newId();
	const ends = { startAt: new Uint8Array([0]), endAt: new Uint8Array([0]) };
	await test.db.insert(annotation).values({
		...{ id: one, meetingId: id, documentId, ...ends, block: 'p1', quote: '周五', body: '改周四' },
		...{ authorId: recorder.personId, createdAt: OPENS }
	});
	const body = '@李经理 @钱记录 @孙阿姨 请看';
	expect(await answerAnnotation(test.as(convener), id, one, body)).toEqual({ ok: true });
	expect(await told(delegate)).toEqual([{ href: `${page()}#annotation-${one}` }]);
	expect([...(await told(recorder)), ...(await told(resident)), ...(await told(convener))]).toEqual([]);
});
