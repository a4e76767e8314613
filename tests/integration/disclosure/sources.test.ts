import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { putItem } from '#lib/domain/meetings/agenda-document.ts';
import { block, minutesFragment } from '#lib/domain/meetings/minutes-document.ts';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { registerComments } from '#lib/server/comments/index.ts';
import {
	correctDisclosure,
	disclosurePage,
	dutiesIn,
	editDraft,
	onDisclosureSource,
	publishDisclosure,
	publishFromSource,
	registerDisclosure,
	submitForReview,
	withdrawDisclosure
} from '#lib/server/disclosure/index.ts';
import { meeting } from '#lib/server/db/schema/index.ts';
import { linksTo } from '#lib/server/links/index.ts';
import {
	callMeeting,
	checkIn,
	closeSession,
	conveneMeeting,
	openSession,
	readMinutes,
	registerMeetings,
	sealMinutes,
	signMinutes,
	startReview
} from '#lib/server/meetings/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { registerVotes, voteDetail } from '#lib/server/votes/index.ts';
import { begin } from '#lib/server/platform/act.ts';
import { editDocument } from '#lib/server/platform/documents/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { CLOSES, openVote } from '../../support/votes.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let town: Town;
let zhou: Person, chen: Person, jiang: Person, li: Person, elsewhere: Person;
const START = new Date('2026-12-08T11:00:00Z');
const DAY = 86_400_000;

beforeAll(async () => {
	town = await plantCommunity(data);
	zhou = await town.appoint('周颖', 'residents-committee', ['convener', 'publisher', 'delegate', 'recorder']);
	chen = await town.appoint('陈国庆', 'residents-committee', ['reviewer', 'convener']);
	jiang = await town.appoint('蒋宏伟', 'property-company', ['publisher', 'delegate']);
	li = await town.resident('李秀英', 0);
	elsewhere = await town.appoint('丁卫东', 'owners-committee', 'publisher');
	registerComments();
	registerDisclosure();
	registerMeetings();
});
beforeEach(() => data.travelTo('2026-12-01T02:00:00Z'));

const as = (who: Person | null) => data.as(who);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal!.code);
const rowOf = async (id: string) => (await data.db.select().from(meeting).where(eq(meeting.id, id)))[0]!;

/** A meeting from its call to its sealed minutes, in which a phone was written down. */
async function sealedMeeting(): Promise<string> {
	const called = await callMeeting(as(zhou), {
		organisationId: town.parties['residents-committee'],
		kind: 'co-building',
		title: '消防通道共建会议',
		place: '社区活动室',
		startsAt: START,
		partyIds: [town.parties['property-company']]
	});
	const id = called.ok ? called.value.id : '';
	const edit = async (documentId: string, change: Parameters<typeof editDocument>[2]) =>
		data.db.transaction(async (tx) => void (await editDocument(await begin(tx, zhou), documentId, change)));
	const entry = { parent: null, order: 'a', minutes: 10, kind: 'discuss' as const, withdrawnBy: null };
	await edit((await rowOf(id)).agendaDocumentId!, (doc) =>
		putItem(doc, { ...entry, id: newId(), title: '消防通道', proposer: town.parties['property-company'] })
	);
	expect(code(await conveneMeeting(as(zhou), id))).toBe('ok');
	await data.travelTo(START);
	expect(code(await openSession(as(zhou), id))).toBe('ok');
	expect(code(await checkIn(as(li), id))).toBe('ok');
	await edit((await rowOf(id)).minutesDocumentId!, (doc) =>
		minutesFragment(doc).push([block('paragraph', newId(), {}, '物业三天内清理，居民可打 13812345678 反映。')])
	);
	for (const step of [closeSession, startReview]) expect(code(await step(as(zhou), id))).toBe('ok');
	await data.travelTo(new Date(+START + 3 * DAY));
	expect(code(await sealMinutes(as(zhou), id))).toBe('ok');
	const sign = { organisationId: town.parties['property-company'], position: '项目经理', stance: 'agree' as const };
	expect(code(await signMinutes(as(jiang), id, { ...sign, text: '' }))).toBe('ok');
	return id;
}

const wordsOf = (node: MinutesNode): string => node.text ?? (node.content ?? []).map(wordsOf).join('');
async function minutesFor(who: Person | null, id: string): Promise<string> {
	const read = await readMinutes(as(who), id);
	return read.ok ? wordsOf(read.value.minutes) : read.refusal.code;
}

test('sealed minutes are owed, published through review with what is personal masked, linked, and taken back', async () => {
	const id = await sealedMeeting();
	const owed = async () => (await dutiesIn(as(null), town.communityId)).find((duty) => duty.from?.id === id);
	expect(await owed()).toMatchObject({ state: 'soon', title: expect.stringContaining('消防通道共建会议') });
	expect((await waitingFor(as(zhou))).some((item) => item.href.endsWith(`/meetings/${id}`))).toBe(true);
	await data.travelTo(new Date(+START + 9 * DAY));
	expect((await owed())!.state).toBe('overdue');

	for (const who of [null, li, elsewhere, jiang, chen]) {
		expect(code(await publishFromSource(as(who), ['meeting', id]))).toMatch(/^form\./);
	}
	const begun = await publishFromSource(as(zhou), ['meeting', id]);
	expect(await publishFromSource(as(zhou), ['meeting', id])).toEqual(begun);
	const draft = begun.ok ? begun.value.id : '';
	expect(await minutesFor(null, id)).toBe('form.sign-in');

	const mask = [{ text: '13812345678', decision: 'mask', reason: '' }];
	const input = { basis: 'none' as const, attachmentsChecked: undefined };
	expect(code(await submitForReview(as(zhou), draft, input, mask))).toBe('ok');
	expect((await rowOf(id)).state).toBe('sealed');
	expect(code(await publishDisclosure(as(chen), draft))).toBe('ok');

	const page = await disclosurePage(as(null), town.communityId, draft);
	expect(page).toMatchObject({ value: { kind: 'minutes', source: { type: 'meeting', id } } });
	const body = page.ok ? page.value.text!.body : '';
	expect(body).toContain('138＊＊＊＊5678');
	expect(body).toContain('property-company 测试：同意');
	expect(body).toContain((await rowOf(id)).sealedHash!);
	expect(body).not.toContain('李秀英');
	expect(await rowOf(id)).toMatchObject({ state: 'disclosed', disclosureId: draft });
	expect(await linksTo(data.db, 'disclosure', draft)).toMatchObject([{ fromType: 'meeting', fromId: id }]);
	expect(await owed()).toBeUndefined();
	// whoever was there or invited reads what was sealed, everybody else what was published
	expect(await minutesFor(jiang, id)).toContain('13812345678');
	expect(await minutesFor(null, id)).toContain('138＊＊＊＊5678');

	expect(code(await withdrawDisclosure(as(chen), draft, '误发'))).toBe('ok');
	expect(await minutesFor(null, id)).toBe('form.forbidden');
	expect((await rowOf(id)).disclosureId).toBeNull();
	const again = await publishFromSource(as(zhou), ['meeting', id]);
	const next = again.ok ? again.value.id : '';
	expect(next).not.toBe(draft);
	expect(code(await submitForReview(as(zhou), next, input, mask))).toBe('ok');
	expect(code(await publishDisclosure(as(chen), next))).toBe('ok');
	expect(await rowOf(id)).toMatchObject({ state: 'disclosed', disclosureId: next });
	expect(await minutesFor(null, id)).toContain('138＊＊＊＊5678');

	// a correction keeps what was masked
	const correction = await correctDisclosure(as(zhou), next);
	const third = correction.ok ? correction.value.id : '';
	const text = { title: '纪要', body, table: '', pinnedUntil: null, occurredOn: null, correctionNote: '改标题' };
	expect(code(await editDraft(as(zhou), third, text))).toBe('ok');
	expect(code(await submitForReview(as(zhou), third, input, []))).toBe('ok');
	expect(code(await publishDisclosure(as(chen), third))).toBe('ok');
	expect(await minutesFor(null, id)).toContain('138＊＊＊＊5678');
});

test('the result of a vote is owed once it is out, and is published with its figures', async () => {
	registerVotes();
	const id = await openVote(data, town, zhou);
	const owed = async () => (await dutiesIn(as(null), town.communityId)).find((duty) => duty.from?.id === id);
	expect(code(await publishFromSource(as(zhou), ['vote', id]))).toBe('votes.not-published-yet');
	expect(await owed()).toBeUndefined();
	await data.travelTo(new Date(+CLOSES + 1000));
	await sweepClocks(data);
	expect(await owed()).toMatchObject({ state: 'soon', withinDays: 5 });
	expect(code(await publishFromSource(as(chen), ['vote', id]))).toBe('form.forbidden');
	const begun = await publishFromSource(as(zhou), ['vote', id]);
	const draft = begun.ok ? begun.value.id : '';
	expect(code(await submitForReview(as(zhou), draft, { basis: 'none', attachmentsChecked: undefined }, []))).toBe('ok');
	expect(code(await publishDisclosure(as(chen), draft))).toBe('ok');
	const page = await disclosurePage(as(null), town.communityId, draft);
	expect(page).toMatchObject({
		value: {
			kind: 'result',
			source: { type: 'vote', id },
			text: {
				table: {
					rows: [
						['同意', '0'],
						['不同意', '0'],
						['弃权', '0'],
						['废票', '0']
					]
				}
			}
		}
	});
	expect(await owed()).toBeUndefined();
	const vote = await voteDetail(as(null), id);
	expect(vote).toMatchObject({ value: { disclosureId: draft } });
});

test('a matter of a kind that nobody registered is not published, nor one that its own area refuses', async () => {
	expect(code(await publishFromSource(as(zhou), ['unheard-of', newId()]))).toBe('form.not-found');
	expect(code(await publishFromSource(as(zhou), ['meeting', newId()]))).toBe('form.not-found');
});

test('a source that fails to move on leaves everything as it was', async () => {
	onDisclosureSource('stuck', {
		find: async () => ({
			ok: true,
			value: {
				communityId: town.communityId,
				organisationId: town.parties['residents-committee'],
				kind: 'result',
				title: '甲',
				body: '乙',
				table: null
			}
		}),
		pending: async () => [],
		published: async () => ({ ok: false, refusal: { code: 'meetings.not-now' } }),
		withdrawn: async () => ({ ok: true, value: undefined })
	});
	const begun = await publishFromSource(as(zhou), ['stuck', newId()]);
	const id = begun.ok ? begun.value.id : '';
	expect(code(await submitForReview(as(zhou), id, { basis: 'none', attachmentsChecked: undefined }, []))).toBe('ok');
	expect(code(await publishDisclosure(as(chen), id))).toBe('meetings.not-now');
	expect(code(await disclosurePage(as(null), town.communityId, id))).toBe('form.not-found');
	expect(await linksTo(data.db, 'disclosure', id)).toEqual([]);
});
