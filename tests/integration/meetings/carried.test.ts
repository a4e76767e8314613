import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { agendaItems, putItem } from '#lib/domain/meetings/agenda-document.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { agendaItem } from '#lib/server/db/schema/index.ts';
import {
	callMeeting,
	cancelMeeting,
	carriedEntries,
	carriedToOffer,
	carryItems,
	closeSession,
	conveneMeeting,
	endItem,
	meetingDetail,
	minutesToExport,
	openSession,
	readLiveAgenda,
	sealMinutes,
	startReview
} from '#lib/server/meetings/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingInSession, meetingRow, sealNow } from '../../support/meetings.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
let town: Town;
let convener: Person, manager: Person;
let first: string, item: string;

beforeAll(async () => {
	town = await plantCommunity(data);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'delegate']);
	manager = await town.appoint('钱经理', 'property-company', 'delegate');
});
beforeEach(async () => {
	first = await meetingInSession(data, town, convener, ['划线没有定下来。']);
	item = (await itemsOf(first))[0]!.id;
});

const itemsOf = (id: string) =>
	data.db.select().from(agendaItem).where(eq(agendaItem.meetingId, id)).orderBy(agendaItem.ordinal);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'taken' : result.refusal!.code);
const end = (outcome: 'settled' | 'carried', actor = convener) =>
	endItem(data.as(actor), first, { itemId: item, outcome });
const call = (carried: string[] = [], title = '下一次') =>
	callMeeting(data.as(convener), {
		...{ organisationId: town.parties['residents-committee'], kind: 'co-building' as const, title, place: '活动室' },
		...{ startsAt: new Date('2026-12-20T11:00:00Z'), partyIds: [town.parties['property-company']], carried }
	});
const offered = async () => (await carriedToOffer(data.as(convener), town.communityId)).map(({ itemId }) => itemId);

it('is said by whoever leads, while the minutes are not sealed, and may be said anew', async () => {
	expect(code(await end('carried', manager))).toBe('form.forbidden');
	expect(code(await end('settled'))).toBe('taken');
	expect(await offered()).not.toContain(item);
	expect(code(await end('carried'))).toBe('taken');
	expect(await offered()).toContain(item);
	await sealNow(data, convener, first);
	expect(code(await end('settled'))).toBe('meetings.not-now');
});

it('goes on the next agenda in one meeting, and comes free when that one is cancelled or withdraws it', async () => {
	expectOk(await end('carried'));
	const calls = await Promise.all([call([item], '甲'), call([item], '乙')]);
	expect(calls.map(code).toSorted()).toEqual(['meetings.item-taken', 'taken']);
	const next = calls.find((one) => one.ok)!;
	const { id } = expectOk(next);
	expect(await offered()).not.toContain(item);
	expect(code(await end('settled'))).toBe('meetings.item-taken');
	expectOk(await cancelMeeting(data.as(convener), id, '停电'));
	expect(await offered()).toContain(item);

	const third = expectOk(await call([item], '丙')).id;
	const { agendaDocumentId } = await meetingRow(data, third);
	const [entry] = await readLiveAgenda(data.as(convener), third);
	await editAs(data, convener, agendaDocumentId!, (doc) => {
		agendaItems(doc).get(entry!.id)!.set('withdrawnBy', town.parties['residents-committee']);
		putItem(doc, { ...entry!, id: newId(), title: '别的事', withdrawnBy: null });
	});
	expectOk(await conveneMeeting(data.as(convener), third));
	expect(await offered()).toContain(item);
});

it('is put on an agenda that is being built, behind what stands there', async () => {
	expectOk(await end('carried'));
	const { id } = expectOk(await call());
	const { agendaDocumentId } = await meetingRow(data, id);
	await editAs(data, manager, agendaDocumentId!, (doc) =>
		putItem(doc, {
			...{ id: newId(), title: '电梯', parent: null, order: 'm', minutes: 5, kind: 'discuss' as const },
			...{ proposer: town.parties['property-company'], withdrawnBy: null }
		})
	);
	expect(code(await carryItems(data.as(manager), id, [item]))).toBe('form.forbidden');
	expect(code(await carryItems(data.as(convener), id, []))).toBe('meetings.item-missing');
	const twice = await Promise.all([
		carryItems(data.as(convener), id, [item]),
		carryItems(data.as(convener), id, [item])
	]);
	expect(twice.map(code).toSorted()).toEqual(['meetings.item-taken', 'taken']);
	expect((await readLiveAgenda(data.as(convener), id)).map(({ title }) => title)).toEqual(['电梯', '消防通道']);
	expectOk(await conveneMeeting(data.as(convener), id));
	expect(code(await carryItems(data.as(convener), id, [item]))).toBe('meetings.not-now');
});

it('keeps flag, origin and proposer through notice, minutes, seal and paper, whatever a client writes', async () => {
	expectOk(await end('carried'));
	await sealNow(data, convener, first);
	const { id } = expectOk(await call([item]));
	const { agendaDocumentId } = await meetingRow(data, id);
	// a client says of its own item what only the portal may say, and of the carried one that it is its own
	await editAs(data, manager, agendaDocumentId!, (doc) => {
		const forged = new Y.Map<unknown>();
		agendaItems(doc).set('forged', forged);
		const says = { parent: null, order: 'z', minutes: 5, kind: 'discuss', carriedOverFrom: item, carriedOver: true };
		forged.set('title', new Y.Text('假的续议'));
		for (const [key, value] of Object.entries(says)) forged.set(key, value);
		for (const entry of agendaItems(doc).values()) entry.set('proposer', town.parties['property-company']);
	});
	expect(Object.values(await carriedEntries(data.as(null), id)).map(({ itemId }) => itemId)).toEqual([item]);
	expectOk(await conveneMeeting(data.as(convener), id));
	const [carried, forged] = await itemsOf(id);
	expect(carried).toMatchObject({ title: '消防通道', carriedOverFrom: item });
	expect(carried!.proposerOrganisationId).toBe((await itemsOf(first))[0]!.proposerOrganisationId);
	expect(forged).toMatchObject({ title: '假的续议', carriedOverFrom: null });
	const from = { itemId: item, meetingId: first, meeting: '冬季消防通道', number: '1', title: '消防通道' };
	const detail = expectOk(await meetingDetail(data.as(null), id));
	expect(detail.agenda.map(({ carriedFrom }) => carriedFrom)).toEqual([from, null]);
	const before = expectOk(await meetingDetail(data.as(null), first));
	expect(before.agenda[0]!.carriedTo).toEqual({ id, title: '下一次' });

	await data.travelTo('2026-12-20T11:00:00Z');
	expectOk(await openSession(data.as(convener), id));
	expectOk(await endItem(data.as(convener), id, { itemId: carried!.id, outcome: 'carried' }));
	expectOk(await closeSession(data.as(convener), id));
	expectOk(await startReview(data.as(convener), id));
	await data.travelTo('2026-12-24T11:00:00Z');
	expectOk(await sealMinutes(data.as(convener), id));
	const { sealedContent } = await meetingRow(data, id);
	const { agenda } = sealedContent as unknown as SealedContent;
	expect(agenda[0]).toMatchObject({
		carriedFrom: { meeting: first, title: '冬季消防通道', number: '1', item: '消防通道' },
		outcome: 'carried'
	});
	expect(agenda[1]).not.toHaveProperty('carriedFrom');
	const paper = expectOk(await minutesToExport(data.as(convener), id));
	expect(paper.items[0]).toMatchObject({ outcome: 'carried', carriedFrom: from });
});

it('does not end an item above open ones, names them, and ends all together where that is asked for', async () => {
	const part = { meetingId: first, kind: 'discuss' as const, ordinal: 10 };
	const [upper, lower, gone] = [newId(), newId(), newId()];
	await data.db.insert(agendaItem).values([
		{ ...part, id: upper, parentId: item, number: '1.1', title: '划线' },
		{ ...part, id: lower, parentId: upper, number: '1.1.1', title: '颜色' },
		{ ...part, id: gone, parentId: item, number: '1.2', title: '撤回的', withdrawnBy: convener.personId }
	]);
	expect(await end('settled')).toMatchObject({
		refusal: { code: 'meetings.parts-open', params: { count: 2, parts: '1.1 划线、1.1.1 颜色' } }
	});
	expectOk(await endItem(data.as(convener), first, { itemId: lower, outcome: 'settled' }));
	expect(await end('carried')).toMatchObject({ refusal: { params: { parts: '1.1 划线' } } });
	expectOk(await endItem(data.as(convener), first, { itemId: item, outcome: 'carried', together: true }));
	const outcomes = new Map((await itemsOf(first)).map(({ id, outcome }) => [id, outcome]));
	expect([item, upper, lower, gone].map((id) => outcomes.get(id))).toEqual(['carried', 'carried', 'settled', null]);
});
