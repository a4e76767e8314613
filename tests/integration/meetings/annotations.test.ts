import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { minutesFragment, minutesJson } from '#lib/domain/meetings/minutes-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { annotation, auditEntry, notification, outbox } from '#lib/server/db/schema/index.ts';
import {
	annotateMinutes,
	annotationsOf,
	answerAnnotation,
	checkIn,
	closeSession,
	registerMeetings,
	settleAnnotation,
	startReview
} from '#lib/server/meetings/index.ts';
import { readDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { mayFollow } from '#lib/server/platform/topics.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingInSession, meetingRow, sealNow } from '../../support/meetings.ts';

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

const doc = async () => (await readDocument(test.db, documentId))!.doc;
const text = (of: Y.Doc, place: number) => (minutesFragment(of).get(place) as Y.XmlElement).get(0) as Y.XmlText;
const at = (type: Y.XmlText, index: number) =>
	Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, -1));
async function annotate(actor: Person | null, words: string, body = '周五有检查，改周四') {
	const now = await doc();
	const place = [1, 2].find((one) => text(now, one).toString().includes(words))!;
	const from = text(now, place).toString().indexOf(words);
	const ends = { start: at(text(now, place), from), end: at(text(now, place), from + words.length) };
	return annotateMinutes(test.as(actor), id, { ...ends, annotation: body });
}
const edit = (change: (of: Y.Doc) => void) => editAs(test, recorder, documentId, change);
const list = async (actor: Person | null) => (await annotationsOf(test.as(actor), id))?.items ?? null;
const code = async (done: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await done).refusal?.code;

describe('comments on words of the minutes', () => {
	it('stand beside the document, which is not touched, with audit row and news', async () => {
		const before = Y.encodeStateAsUpdate(await doc());
		const made = await annotate(recorder, '本周五前');
		if (!made.ok) throw new Error(made.refusal.code);
		expect(Y.encodeStateAsUpdate(await doc())).toEqual(before);
		expect(await list(convener)).toMatchObject([
			{ id: made.value, author: '钱记录', quote: '本周五前', body: '周五有检查，改周四', block: 'p1', standsIn: 'p1' }
		]);
		const audited = await test.db.select().from(auditEntry).where(eq(auditEntry.subjectId, made.value));
		expect(audited).toMatchObject([{ act: 'meetings.annotate', actorId: recorder.personId, data: { meeting: id } }]);
		const told = await test.db
			.select()
			.from(outbox)
			.where(eq(outbox.topic, `annotations:${id}`));
		expect(told).toMatchObject([{ kind: 'annotate' }]);
	});

	it('follow their words through edits, and stay in the list when these are deleted', async () => {
		await annotate(recorder, '本周五前');
		await edit((of) => text(of, 1).insert(0, '3号楼：'));
		expect(await list(recorder)).toMatchObject([{ standsIn: 'p1' }]);
		await edit((of) => text(of, 1).delete(text(of, 1).toString().indexOf('本周'), 4));
		expect(await list(recorder)).toMatchObject([{ standsIn: null, quote: '本周五前' }]);
	});

	it('are answered, settled and opened again; who wrote them is told', async () => {
		await annotate(recorder, '本周五前');
		const one = (await list(recorder))![0]!.id;
		expect(await answerAnnotation(test.as(convener), id, one, '可以')).toEqual({ ok: true });
		expect(await settleAnnotation(test.as(convener), id, one, true)).toEqual({ ok: true });
		expect(await settleAnnotation(test.as(convener), id, one, true)).toEqual({ ok: true });
		expect(await list(recorder)).toMatchObject([
			{ resolved: { by: '赵书记' }, answers: [{ author: '赵书记', body: '可以' }] }
		]);
		expect(await settleAnnotation(test.as(recorder), id, one, false)).toEqual({ ok: true });
		expect(await list(recorder)).toMatchObject([{ resolved: null }]);
		const told = await test.db
			.select()
			.from(notification)
			.where(and(eq(notification.kind, 'meetings.annotation-answered'), eq(notification.subjectId, id)));
		expect(told).toMatchObject([{ personId: recorder.personId }]);
		const acts = await test.db.select({ act: auditEntry.act }).from(auditEntry).where(eq(auditEntry.subjectId, one));
		expect(acts.map((row) => row.act)).toEqual([
			...['meetings.annotate', 'meetings.answer-annotation'],
			...['meetings.resolve-annotation', 'meetings.reopen-annotation']
		]);
	});

	it('are for those who were there or invited, and written by those who may at the time', async () => {
		expect(await code(annotate(null, '本周五前'))).toBe('form.sign-in');
		expect(await code(annotate(resident, '本周五前'))).toBe('form.forbidden');
		// while the meeting runs only those who record write
		expect(await code(annotate(delegate, '本周五前'))).toBe('form.forbidden');
		await annotate(recorder, '城管');
		expect(await list(resident)).toBeNull();
		expect(await list(null)).toBeNull();
		expect(await mayFollow(test.as(delegate), `annotations:${id}`)).toBe(true);
		expect(await mayFollow(test.as(resident), `annotations:${id}`)).toBe(false);
		await checkIn(test.as(resident), id);
		await closeSession(test.as(convener), id);
		await startReview(test.as(convener), id);
		expect((await annotate(delegate, '本周五前')).ok).toBe(true);
		expect((await annotate(resident, '党委')).ok).toBe(true);
		const [first] = (await list(resident))!;
		expect(await code(settleAnnotation(test.as(resident), id, first!.id, true))).toBe('form.forbidden');
		expect(await code(answerAnnotation(test.as(resident), id, newId(), '在哪里'))).toBe('form.not-found');
	});

	it('take nothing that does not stand in the document', async () => {
		const strange = new Y.Doc();
		minutesFragment(strange).insert(0, [new Y.XmlElement('paragraph')]);
		const now = await doc();
		const ends = { start: at(text(now, 1), 0), end: new Uint8Array([1, 2, 3]) };
		expect(await code(annotateMinutes(test.as(recorder), id, { ...ends, annotation: '在哪里' }))).toBe(
			'meetings.anchor-missing'
		);
		expect(await code(annotateMinutes(test.as(recorder), newId(), { ...ends, annotation: '在哪里' }))).toBe(
			'form.not-found'
		);
		// a comment of another meeting cannot be answered through this one
		await annotate(recorder, '城管');
		const [other] = await test.db.select().from(annotation).where(eq(annotation.meetingId, id));
		const elsewhere = await meetingInSession(test, town, convener, ['别的会。']);
		expect(await code(answerAnnotation(test.as(recorder), elsewhere, other!.id, '串门'))).toBe('form.not-found');
	});

	it('are closed with the seal, still read, and no part of what is sealed', async () => {
		await annotate(recorder, '本周五前');
		const [one] = (await list(recorder))!;
		await sealNow(test, convener, id);
		expect(await code(annotate(convener, '城管'))).toBe('meetings.annotations-closed');
		expect(await code(answerAnnotation(test.as(convener), id, one!.id, '晚了'))).toBe('meetings.annotations-closed');
		expect(await code(settleAnnotation(test.as(recorder), id, one!.id, true))).toBe('meetings.annotations-closed');
		expect(await list(recorder)).toMatchObject([{ quote: '本周五前', standsIn: 'p1' }]);
		const { sealedContent } = await meetingRow(test, id);
		expect(sealedContent?.minutes).toEqual(minutesJson(await doc()));
		expect(JSON.stringify(sealedContent)).not.toContain('周五有检查');
	});
});
