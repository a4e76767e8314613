import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agendaItems, putItem, type AgendaEntry } from '#lib/domain/meetings/agenda-document.ts';
import { block, minutesFragment } from '#lib/domain/meetings/minutes-document.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { agendaItem, meeting, notification } from '#lib/server/db/schema/index.ts';
import { begin } from '#lib/server/platform/act.ts';
import { editDocument, readDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import {
	addLateItem,
	answerObjection,
	callMeeting,
	cancelMeeting,
	checkIn,
	closeSession,
	conveneMeeting,
	listMeetings,
	meetingDetail,
	minutesToExport,
	objectToMinutes,
	openSession,
	sealMinutes,
	signMinutes,
	startReview
} from '#lib/server/meetings/index.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const test = useDatabase();
let town: Town;
let convener: Person, property: Person, resident: Person, neighbour: Person;
const DAY = 86_400_000;
const START = new Date('2026-12-08T11:00:00Z');

beforeAll(async () => {
	town = await plantCommunity(test);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'recorder', 'delegate', 'publisher']);
	property = await town.appoint('钱经理', 'property-company', ['delegate', 'recorder']);
	resident = await town.resident('孙阿姨', 0);
	neighbour = await town.appoint('吴代表', 'social-organisation', ['delegate']);
});
beforeEach(() => test.travelTo('2026-12-01T02:00:00Z'));

async function called(title = '冬季消防通道'): Promise<string> {
	const result = await callMeeting(test.as(convener), {
		organisationId: town.parties['residents-committee'],
		kind: 'co-building',
		title,
		place: '社区活动室',
		startsAt: START,
		partyIds: [town.parties['property-company']]
	});
	if (!result.ok) throw new Error(result.refusal.code);
	return result.value.id;
}

const item = (id: string, title: string, more: Partial<AgendaEntry> = {}): AgendaEntry => ({
	id,
	title,
	parent: null,
	order: id,
	minutes: 10,
	kind: 'discuss',
	proposer: town.parties['property-company'],
	withdrawnBy: null,
	...more
});

async function edit(documentId: string, change: Parameters<typeof editDocument>[2]): Promise<void> {
	await test.db.transaction(async (tx) => void (await editDocument(await begin(tx, property), documentId, change)));
}

async function row(id: string) {
	const [found] = await test.db.select().from(meeting).where(eq(meeting.id, id));
	return found!;
}

/** Runs a meeting up to its session, with one item on the agenda. */
async function inSession(): Promise<string> {
	const id = await called();
	await edit((await row(id)).agendaDocumentId!, (doc) => putItem(doc, item(newId(), '消防通道')));
	expect(await conveneMeeting(test.as(convener), id)).toEqual({ ok: true });
	await test.travelTo(START);
	expect(await openSession(test.as(convener), id)).toEqual({ ok: true });
	return id;
}

describe('calling a meeting', () => {
	it('invites the parties that must come beside those that were asked', async () => {
		const found = await meetingDetail(test.as(convener), await called());
		if (!found.ok) throw new Error(found.refusal.code);
		expect(found.value.parties.map((party) => party.kind).toSorted()).toEqual([
			'party-committee',
			'property-company',
			'residents-committee'
		]);
	});

	it('is for conveners of that organisation, with enough notice, and for parties of this community', async () => {
		const input = {
			organisationId: town.parties['residents-committee'],
			kind: 'co-building' as const,
			title: 't',
			place: 'p',
			startsAt: START,
			partyIds: [] as string[]
		};
		const refusal = async (actor: Person, change: Partial<typeof input>) => {
			const result = await callMeeting(test.as(actor), { ...input, ...change });
			return result.ok ? 'taken' : result.refusal.code;
		};
		expect(await refusal(property, {})).toBe('form.forbidden');
		expect(await refusal(convener, { startsAt: new Date('2026-12-03T02:00:00Z') })).toBe('meetings.too-soon');
		expect(await refusal(convener, { kind: 'owners-assembly' as never })).toBe('meetings.kind-not-yours');
		expect(await refusal(convener, { partyIds: [town.neighbourCommittee] })).toBe('meetings.party-elsewhere');
	});
});

describe('the agenda', () => {
	it('is frozen by convening, with items that were deleted instead of withdrawn', async () => {
		const id = await called();
		const { agendaDocumentId } = await row(id);
		const [kept, deleted, withdrawn] = [newId(), newId(), newId()];
		await edit(agendaDocumentId!, (doc) => {
			putItem(doc, item(kept, '消防通道', { order: 'a' }));
			putItem(doc, item(deleted, '公共收益', { order: 'b' }));
			putItem(doc, item(withdrawn, '改选', { order: 'c' }));
		});
		await edit(agendaDocumentId!, (doc) => {
			agendaItems(doc).delete(deleted);
			agendaItems(doc).get(withdrawn)!.set('withdrawnBy', town.parties['property-company']);
		});
		expect(await conveneMeeting(test.as(convener), id)).toEqual({ ok: true });
		const rows = await test.db
			.select()
			.from(agendaItem)
			.where(eq(agendaItem.meetingId, id))
			.orderBy(agendaItem.ordinal);
		expect(rows.map((one) => [one.number, one.title, one.withdrawnBy !== null])).toEqual([
			['1', '消防通道', false],
			['2', '公共收益', false],
			['3', '改选', true]
		]);
		// nobody writes in it any more
		await expect(edit(agendaDocumentId!, (doc) => putItem(doc, item(newId(), '晚到')))).rejects.toThrow();
	});

	it('keeps the order everybody saw where items were put into one place at once', async () => {
		const id = await called();
		await edit((await row(id)).agendaDocumentId!, (doc) => {
			for (const at of ['c', 'a', 'd', 'b']) putItem(doc, item(at, `议题${at}`, { order: 'i' }));
		});
		expect(await conveneMeeting(test.as(convener), id)).toEqual({ ok: true });
		const rows = await test.db
			.select({ title: agendaItem.title })
			.from(agendaItem)
			.where(eq(agendaItem.meetingId, id))
			.orderBy(agendaItem.ordinal);
		expect(rows.map((one) => one.title)).toEqual(['议题a', '议题b', '议题c', '议题d']);
	});

	it('says who brought an item in by who wrote it, whatever the document claims, and takes any id', async () => {
		const id = await called();
		await edit((await row(id)).agendaDocumentId!, (doc) => {
			putItem(doc, item('no-uuid', '伪造提出单位', { proposer: town.parties['residents-committee'], order: 'a' }));
			putItem(doc, item('child', '下一级', { proposer: 'nobody', parent: 'no-uuid' }));
		});
		expect(await conveneMeeting(test.as(convener), id)).toEqual({ ok: true });
		const rows = await test.db
			.select()
			.from(agendaItem)
			.where(eq(agendaItem.meetingId, id))
			.orderBy(agendaItem.ordinal);
		const company = town.parties['property-company'];
		expect(rows.map((one) => [one.number, one.proposerOrganisationId])).toEqual([
			['1', company],
			['1.1', company]
		]);
		expect(rows[1]!.parentId).toBe(rows[0]!.id);
	});

	it('must not be empty, and its notice reaches everybody else appointed in an invited party', async () => {
		const id = await called();
		expect(await conveneMeeting(test.as(convener), id)).toMatchObject({ refusal: { code: 'meetings.agenda-empty' } });
		await edit((await row(id)).agendaDocumentId!, (doc) => putItem(doc, item(newId(), '消防通道')));
		expect(await conveneMeeting(test.as(convener), id)).toEqual({ ok: true });
		const told = await test.db.select().from(notification).where(eq(notification.subjectId, id));
		expect(told.map((one) => one.personId).toSorted()).toEqual([property.personId]);
	});

	it('takes a late item from the convener alone, marked late and last', async () => {
		const id = await called();
		await edit((await row(id)).agendaDocumentId!, (doc) => putItem(doc, item(newId(), '消防通道')));
		await conveneMeeting(test.as(convener), id);
		expect(await addLateItem(test.as(property), id, { title: '临时', kind: 'inform' })).toMatchObject({
			refusal: { code: 'form.forbidden' }
		});
		expect((await addLateItem(test.as(convener), id, { title: '临时', kind: 'inform' })).ok).toBe(true);
		const rows = await test.db
			.select()
			.from(agendaItem)
			.where(eq(agendaItem.meetingId, id))
			.orderBy(agendaItem.ordinal);
		expect(rows.map((one) => [one.number, one.late])).toEqual([
			['1', false],
			['2', true]
		]);
	});
});

describe('the session', () => {
	it('opens once, with one document of minutes that has a section for each item', async () => {
		const id = await inSession();
		expect(await openSession(test.as(convener), id)).toMatchObject({ refusal: { code: 'meetings.not-now' } });
		const minutes = await readDocument(test.db, (await row(id)).minutesDocumentId!);
		expect(minutesFragment(minutes!.doc).toString()).toContain('1 消防通道');
	});

	it('counts a person once, by the door code or without it', async () => {
		const id = await inSession();
		const { checkInCode } = await row(id);
		expect(await checkIn(test.as(resident), id, 'wrong')).toMatchObject({ refusal: { code: 'meetings.wrong-code' } });
		await Promise.all([checkIn(test.as(resident), id, checkInCode!), checkIn(test.as(resident), id)]);
		await checkIn(test.as(property), id);
		const found = await meetingDetail(test.as(convener), id);
		expect(found.ok && found.value.attendance.count).toBe(2);
		expect(found.ok && found.value.parties.find((party) => party.kind === 'property-company')?.present).toBe(true);
	});
});

describe('minutes', () => {
	async function underReview(): Promise<string> {
		const id = await inSession();
		await checkIn(test.as(resident), id);
		const { minutesDocumentId } = await row(id);
		await edit(minutesDocumentId!, (doc) =>
			minutesFragment(doc).insert(1, [block('paragraph', 'p1', {}, '3号楼消防通道被占。')])
		);
		await closeSession(test.as(convener), id);
		await startReview(test.as(convener), id);
		return id;
	}

	it('are sealed when the review is over and each objection has its answer', async () => {
		const id = await underReview();
		expect(await objectToMinutes(test.as(resident), id, { block: 'gone', body: '不对' })).toMatchObject({
			refusal: { code: 'meetings.block-missing' }
		});
		expect(await objectToMinutes(test.as(property), id, { block: 'p1', body: '不对' })).toMatchObject({
			refusal: { code: 'form.forbidden' }
		});
		expect(await objectToMinutes(test.as(resident), id, { block: 'p1', body: '是西侧通道' })).toEqual({ ok: true });
		expect(await sealMinutes(test.as(convener), id)).toMatchObject({ refusal: { code: 'meetings.review-runs' } });
		await test.travelTo(new Date(START.getTime() + 3 * DAY));
		expect(await sealMinutes(test.as(convener), id)).toMatchObject({ refusal: { code: 'meetings.objections-open' } });
		const found = await meetingDetail(test.as(convener), id);
		const objectionId = found.ok ? found.value.objections[0]!.id : '';
		const answer = { objectionId, accepted: true, answer: '已补充' };
		expect(await answerObjection(test.as(convener), id, answer)).toEqual({ ok: true });
		expect(await answerObjection(test.as(convener), id, answer)).toMatchObject({
			refusal: { code: 'meetings.answered-already' }
		});

		const sealed = await sealMinutes(test.as(convener), id);
		const { sealedHash, sealedContent, minutesDocumentId } = await row(id);
		expect(sealed).toEqual({ ok: true, value: { hash: sealedHash } });
		// anybody can recompute it from what is stored
		expect(canonicalHash(sealedContent)).toBe(sealedHash);
		expect(JSON.stringify(sealedContent)).toContain('3号楼消防通道被占');
		await expect(edit(minutesDocumentId!, (doc) => minutesFragment(doc).delete(0, 1))).rejects.toThrow();
		// and neither can somebody who reaches the database directly
		await expect(
			test.sql`insert into document_update (document_id, seq, client_ids, body) values (${minutesDocumentId!}, 99, '[]', ''::bytea)`
		).rejects.toThrow(/sealed/);
	});

	it('are exported once they are sealed, with signatures and hash, names for the community alone', async () => {
		const id = await underReview();
		expect(await minutesToExport(test.as(convener), id)).toMatchObject({
			refusal: { code: 'meetings.export-unsealed' }
		});
		await test.travelTo(new Date(START.getTime() + 3 * DAY));
		await sealMinutes(test.as(convener), id);
		const organisationId = town.parties['property-company'];
		await signMinutes(test.as(property), id, { organisationId, position: '经理', stance: 'agree', text: '' });
		for (const outside of [null, neighbour]) expect((await minutesToExport(test.as(outside), id)).ok).toBe(false);

		const { sealedHash } = await row(id);
		const exported = await minutesToExport(test.as(property), id);
		expect(exported).toMatchObject({
			ok: true,
			value: { hash: sealedHash, whole: true, present: { count: 1, names: ['孙阿姨'] }, place: '社区活动室' }
		});
		expect(exported.ok && JSON.stringify(exported.value.minutes)).toContain('3号楼消防通道被占');
		const signed = exported.ok ? exported.value.signatures.filter((one) => one.signed) : [];
		expect(signed.map(({ signed: one }) => [one!.signer, one!.stance])).toEqual([['钱经理', 'agree']]);
	});

	it('are signed once by each party through its delegate, late where late', async () => {
		const id = await underReview();
		await test.travelTo(new Date(START.getTime() + 3 * DAY));
		await sealMinutes(test.as(convener), id);
		const sign = (actor: Person, organisationId: string) =>
			signMinutes(test.as(actor), id, {
				organisationId,
				position: '经理',
				stance: 'agree-with-reservation',
				text: '费用另议'
			});
		const company = town.parties['property-company'];
		expect(await sign(neighbour, town.parties['social-organisation'])).toMatchObject({
			refusal: { code: 'form.forbidden' }
		});
		expect(await sign(convener, company)).toMatchObject({ refusal: { code: 'form.forbidden' } });
		const both = await Promise.all([sign(property, company), sign(property, company)]);
		expect(both.map((one) => (one.ok ? 'signed' : one.refusal.code)).toSorted()).toEqual([
			'meetings.signed-already',
			'signed'
		]);
		await test.travelTo(new Date(START.getTime() + 20 * DAY));
		await signMinutes(test.as(convener), id, {
			organisationId: town.parties['residents-committee'],
			position: '主任',
			stance: 'agree',
			text: ''
		});
		const found = await meetingDetail(test.as(null), id);
		const signatures = found.ok
			? found.value.parties.flatMap((party) => (party.signature ? [party.signature] : []))
			: [];
		expect(signatures.map((one) => [one.stance, one.text, one.late]).toSorted()).toEqual([
			['agree', null, true],
			['agree-with-reservation', '费用另议', false]
		]);
		await expect(test.sql`update signature set stance = 'agree' where meeting_id = ${id}`).rejects.toThrow(/immutable/);
	});
});

describe('who sees what', () => {
	it('lists public meetings to visitors and keeps attendees by name among the community', async () => {
		const id = await inSession();
		await checkIn(test.as(resident), id);
		const listed = await listMeetings(test.as(null), town.communityId);
		expect(listed.map((one) => one.id)).toContain(id);
		const found = await meetingDetail(test.as(null), id);
		expect(found.ok && [found.value.attendance.count, found.value.attendance.people]).toEqual([1, []]);
		expect(JSON.stringify(found)).not.toContain((await row(id)).checkInCode);
	});

	it('is not found under what is no id', async () => {
		expect(await meetingDetail(test.as(null), 'foo')).toMatchObject({ refusal: { code: 'form.not-found' } });
	});

	it('cancels with a reason before the session, not after', async () => {
		const id = await called();
		expect(await cancelMeeting(test.as(property), id, 'x')).toMatchObject({ refusal: { code: 'form.forbidden' } });
		expect(await cancelMeeting(test.as(convener), id, '场地停电')).toEqual({ ok: true });
		expect((await row(id)).cancelledReason).toBe('场地停电');
		expect(await cancelMeeting(test.as(convener), await inSession(), 'x')).toMatchObject({
			refusal: { code: 'meetings.not-now' }
		});
	});
});
