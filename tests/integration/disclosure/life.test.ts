import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { canonicalHash } from '#lib/domain/shared/canonical.ts';
import { addComment, commentsOn, registerComments } from '#lib/server/comments/index.ts';
import {
	correctDisclosure,
	deskDisclosure,
	discardDraft,
	disclosurePage,
	disclosuresToReview,
	draftDisclosure,
	editDraft,
	listDisclosures,
	publicContent,
	publishDisclosure,
	registerDisclosure,
	sendBack,
	submitForReview,
	withdrawDisclosure
} from '#lib/server/disclosure/index.ts';
import { readAttachment } from '#lib/server/platform/attachments/index.ts';
import { mayFollow } from '#lib/server/platform/topics.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { NEIGHBOUR, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { jpeg } from '../../support/files.ts';

const data = useDatabase();
let town: Town;
let people: Record<'zhou' | 'lin' | 'chen' | 'ding' | 'jiang' | 'li' | 'hao', Person>;

beforeAll(async () => {
	town = await plantCommunity(data);
	people = {
		zhou: await town.appoint('周颖', 'residents-committee', 'publisher'),
		lin: await town.appoint('林晓东', 'residents-committee', ['publisher', 'reviewer']),
		chen: await town.appoint('陈国庆', 'residents-committee', 'reviewer'),
		ding: await town.appoint('丁卫东', 'owners-committee', 'publisher'),
		jiang: await town.appoint('蒋宏伟', 'property-company', ['publisher', 'reviewer']),
		li: await town.resident('李秀英', 0),
		hao: await town.appoint('郝树林', 'supervisory-committee', 'supervisor')
	};
	registerComments();
	registerDisclosure();
});
beforeEach(() => data.travelTo('2026-11-24T09:00:00+08:00'));

type Who = keyof typeof people | null;
const as = (who: Who) => data.as(who && people[who]);
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal!.code);

const TEXT = { table: '', pinnedUntil: null, occurredOn: null, correctionNote: '' };
const notice = (over: object = {}) => ({
	...TEXT,
	title: '停水通知',
	body: '明天上午九点到十一点停水。',
	organisationId: town.parties['residents-committee'],
	what: null,
	...over
});
const photo = () => new File([new Uint8Array(jpeg())], '停水范围.jpg');

async function begin(who: Who = 'zhou', over: object = {}, files: File[] = []): Promise<string> {
	const begun = await draftDisclosure(as(who), notice(over), files);
	if (!begun.ok) throw new Error(begun.refusal.code);
	return begun.value.id;
}
const submit = (who: Who, id: string, decisions: object[] = [], over: object = {}) =>
	submitForReview(
		as(who),
		id,
		{ basis: 'none', attachmentsChecked: 'yes', ...over },
		decisions.map((one) => ({ text: '', decision: '', reason: '', ...one }))
	);
async function publish(over: object = {}, files: File[] = []): Promise<string> {
	const id = await begin('zhou', over, files);
	expect(code(await submit('zhou', id))).toBe('ok');
	expect(code(await publishDisclosure(as('chen'), id))).toBe('ok');
	return id;
}
const page = async (who: Who, id: string) => {
	const found = await disclosurePage(as(who), town.communityId, id);
	return found.ok ? found.value : null;
};

describe('four eyes', () => {
	test('whoever wrote in it does not publish it, a second person of the organisation does', async () => {
		const id = await begin('lin');
		expect(code(await publishDisclosure(as('chen'), id))).toBe('disclosure.not-now');
		expect(code(await submit('lin', id))).toBe('ok');
		expect(code(await publishDisclosure(as('lin'), id))).toBe('disclosure.own-text');
		expect(await disclosuresToReview(as('lin'))).toEqual([]);
		for (const who of ['zhou', 'jiang', 'li', 'hao'] as const) {
			expect(code(await publishDisclosure(as(who), id))).toBe('form.forbidden');
		}
		expect(code(await publishDisclosure(as(null), id))).toBe('form.sign-in');
		expect((await listDisclosures(as(null), town.communityId)).items.map((one) => one.id)).not.toContain(id);
		expect(code(await publishDisclosure(as('chen'), id))).toBe('ok');
		expect(code(await publishDisclosure(as('chen'), id))).toBe('disclosure.not-now');
		expect((await listDisclosures(as(null), town.communityId)).items.map((one) => one.id)).toContain(id);
	});

	test('who has changed a draft of another is a writer too', async () => {
		const id = await begin('zhou');
		expect(code(await editDraft(as('lin'), id, { ...TEXT, title: '停水通知', body: '改成后天。' }))).toBe('ok');
		expect(code(await submit('zhou', id))).toBe('ok');
		expect(code(await sendBack(as('lin'), id, '不对'))).toBe('disclosure.own-text');
		expect(code(await publishDisclosure(as('chen'), id))).toBe('ok');
	});

	test('an organisation without a reviewer is reviewed by the residents’ committee, which guides it', async () => {
		const id = await begin('ding', { organisationId: town.parties['owners-committee'], title: '业委会通知' });
		expect(code(await submit('ding', id))).toBe('ok');
		expect((await disclosuresToReview(as('chen'))).map((one) => one.id)).toContain(id);
		expect(code(await publishDisclosure(as('jiang'), id))).toBe('form.forbidden');
		expect(code(await publishDisclosure(as('chen'), id))).toBe('ok');
	});

	test('nobody sends a text to nobody', async () => {
		const id = await begin('jiang', { organisationId: town.parties['property-company'] });
		expect(code(await submit('jiang', id))).toBe('disclosure.no-reviewer');
	});
});

describe('who may write', () => {
	test.each<[Who, string]>([
		[null, 'form.sign-in'],
		['li', 'form.forbidden'],
		['chen', 'form.forbidden'],
		['jiang', 'form.forbidden'],
		['hao', 'form.forbidden']
	])('in the committee’s name: %s', async (who, expected) => {
		expect(code(await draftDisclosure(as(who), notice()))).toBe(expected);
	});

	test('a draft is its organisation’s own, for reading and for writing', async () => {
		const id = await begin('zhou', {}, [photo()]);
		const [file] = (await deskOf('zhou', id))!.attachments;
		const ticket = new URL(file!.href, 'http://x').searchParams.get('ticket')!;
		expect(code(await readAttachment(as('chen'), file!.id, ticket))).toBe('ok');
		for (const who of [null, 'li', 'jiang', 'hao'] as const) {
			expect(await deskOf(who, id)).toBeNull();
			expect(await page(who, id)).toBeNull();
			expect(code(await readAttachment(as(who), file!.id, ticket))).toBe('form.not-found');
			expect(await mayFollow(as(who), `disclosure:${id}`)).toBe(false);
			expect(await commentsOn(as(who), ['disclosure', id])).toBeNull();
			expect(code(await editDraft(as(who), id, { ...TEXT, title: '甲', body: '乙' }))).toMatch(/^form\./);
			expect(code(await discardDraft(as(who), id))).toMatch(/^form\./);
		}
		expect(await publicContent(as(null), town.communityId, id)).toBeUndefined();
		expect(code(await discardDraft(as('zhou'), id))).toBe('ok');
		expect(await deskOf('zhou', id)).toBeNull();
	});

	async function deskOf(who: Who, id: string) {
		const found = await deskDisclosure(as(who), id);
		return found.ok ? found.value : null;
	}
});

describe('what waits', () => {
	test('reviewers hear of a text, writers of its return with the reason, and both find it in their list', async () => {
		const id = await begin('zhou', { title: '等审核的通知' });
		expect(code(await submit('zhou', id))).toBe('ok');
		const href = `/desk/disclosures/${id}`;
		expect((await waitingFor(as('chen'))).map((item) => item.href)).toContain(href);
		expect((await waitingFor(as('zhou'))).map((item) => item.href)).not.toContain(href);
		expect(code(await sendBack(as('chen'), id, '日期写错了'))).toBe('ok');
		expect((await waitingFor(as('chen'))).map((item) => item.href)).not.toContain(href);
		expect(await waitingFor(as('zhou'))).toContainEqual(
			expect.objectContaining({ href, detail: expect.stringContaining('日期写错了') })
		);
		const told = await data.sql`select person_id, kind from notification where subject_id = ${id}`;
		expect(new Set(told.map((row) => `${row.kind} ${row.person_id}`))).toEqual(
			new Set([
				`disclosure.submitted ${people.chen.personId}`,
				`disclosure.submitted ${people.lin.personId}`,
				`disclosure.sent-back ${people.zhou.personId}`
			])
		);
	});
});

describe('a published text', () => {
	test('carries its hash, its files and when, and anybody recomputes the hash', async () => {
		const id = await publish({ table: '项目\t金额\n水费\t1,200.50\n合计\t1,200.50' }, [photo()]);
		const shown = (await page(null, id))!;
		expect(shown).toMatchObject({ state: 'published', version: 1, publisher: 'residents-committee 测试' });
		expect(shown.publishedAt.toISOString()).toMatch(/^2026-11-24T01:0/);
		expect(shown.attachments).toMatchObject([{ name: '停水范围.jpg', mediaType: 'image/jpeg' }]);
		const content = await publicContent(as(null), town.communityId, id);
		expect(content).toMatchObject({ title: '停水通知', attachments: [{ sha256: shown.attachments[0]!.sha256 }] });
		expect(canonicalHash(content)).toBe(shown.contentHash);
		const [audit] = await data.sql`select act, actor_id from audit_entry where subject_id = ${id} order by id desc`;
		expect(audit).toEqual({ act: 'disclosure.publish', actor_id: people.chen.personId });
	});

	test('never changes, neither by the portal nor by hand', async () => {
		const id = await publish();
		expect(code(await editDraft(as('zhou'), id, { ...TEXT, title: '甲', body: '乙' }))).toBe('form.forbidden');
		expect(code(await discardDraft(as('zhou'), id))).toBe('form.forbidden');
		await expect(data.sql`update disclosure set body = '别的' where id = ${id}`).rejects.toThrow('is published');
		await expect(data.sql`delete from disclosure where id = ${id}`).rejects.toThrow('never removed');
	});

	test('is corrected by a new version: the old one stays, comments and files go along', async () => {
		const id = await publish({}, [photo()]);
		const said = await addComment(as('li'), ['disclosure', id], {
			comment: '几点来水？',
			commentOn: undefined,
			commentFor: undefined
		});
		expect(said.ok).toBe(true);
		expect(code(await correctDisclosure(as('jiang'), id))).toBe('form.forbidden');
		const [begun, again] = [await correctDisclosure(as('zhou'), id), await correctDisclosure(as('lin'), id)];
		expect(again).toEqual(begun);
		const next = begun.ok ? begun.value.id : '';
		expect((await page(null, id))!.state).toBe('published');
		expect(code(await submit('zhou', next))).toBe('disclosure.correction-note-missing');
		const input = { ...TEXT, title: '停水通知', body: '改为后天上午停水。', correctionNote: '日期改了' };
		expect(code(await editDraft(as('zhou'), next, input))).toBe('ok');
		expect(code(await submit('zhou', next))).toBe('ok');
		expect(code(await publishDisclosure(as('chen'), next))).toBe('ok');

		expect(await page(null, id)).toMatchObject({ state: 'superseded', text: { body: '明天上午九点到十一点停水。' } });
		const shown = (await page(null, next))!;
		expect(shown).toMatchObject({
			version: 2,
			correctionNote: '日期改了',
			before: { body: '明天上午九点到十一点停水。' }
		});
		expect(shown.versions.map(({ version, state }) => [version, state])).toEqual([
			[2, 'published'],
			[1, 'superseded']
		]);
		expect(shown.attachments).toMatchObject([{ name: '停水范围.jpg' }]);
		expect((await commentsOn(as(null), ['disclosure', shown.seriesId]))!.total).toBe(1);
		expect((await publicContent(as(null), town.communityId, next))!.corrects).toBe((await page(null, id))!.contentHash);
	});

	test('is withdrawn with a reason that stays; its text and files are gone at once, with the versions before', async () => {
		const id = await publish({}, [photo()]);
		const begun = await correctDisclosure(as('zhou'), id);
		const next = begun.ok ? begun.value.id : '';
		const input = { ...TEXT, title: '停水通知', body: '改了。', correctionNote: '改了' };
		expect(code(await editDraft(as('zhou'), next, input))).toBe('ok');
		expect(code(await submit('zhou', next))).toBe('ok');
		expect(code(await publishDisclosure(as('chen'), next))).toBe('ok');
		const [file] = (await page(null, next))!.attachments;
		const ticket = new URL(file!.href, 'http://x').searchParams.get('ticket')!;
		expect(code(await readAttachment(as(null), file!.id, ticket))).toBe('ok');

		expect(code(await withdrawDisclosure(as('jiang'), next, '误发'))).toBe('form.forbidden');
		expect(code(await withdrawDisclosure(as('chen'), next, '误发了居民隐私'))).toBe('ok');
		for (const version of [id, next]) {
			expect(await page('zhou', version)).toMatchObject({
				state: 'withdrawn',
				text: null,
				withdrawnReason: '误发了居民隐私',
				attachments: []
			});
			expect(await publicContent(as(null), town.communityId, version)).toBeUndefined();
		}
		expect(code(await readAttachment(as(null), file!.id, ticket))).toBe('form.not-found');
		expect((await commentsOn(as('li'), ['disclosure', id]))!.refusal).toBe('comments.closed');
		expect((await listDisclosures(as(null), town.communityId)).items.map((one) => one.id)).not.toContain(next);
	});

	test('belongs to its community: another’s page does not show it', async () => {
		const id = await publish();
		expect((await disclosurePage(as(null), town.areas[NEIGHBOUR], id)).ok).toBe(false);
	});
});

describe('personal data', () => {
	const body = '联系人王建国 13800138000，住3号楼2单元501。';

	test('is masked or kept with a reason before anybody reviews it', async () => {
		const id = await begin('zhou', { body });
		expect(await submit('zhou', id)).toMatchObject({
			refusal: { code: 'disclosure.finding-undecided', field: 'decision-0' }
		});
		const mask = (text: string) => ({ text, decision: 'mask' });
		const kept = { text: '13800138000', decision: 'keep' };
		const rest = [mask('王建国'), mask('3号楼2单元501')];
		expect(await submit('zhou', id, [...rest, kept])).toMatchObject({
			refusal: { code: 'disclosure.finding-reason-missing', field: 'reason-1' }
		});
		const reasoned = { ...kept, reason: '工作手机，本人同意' };
		expect(code(await submit('zhou', id, [...rest, reasoned]))).toBe('disclosure.basis-missing');
		expect(code(await submit('zhou', id, [...rest, reasoned], { basis: 'consent' }))).toBe('ok');
		expect(code(await publishDisclosure(as('chen'), id))).toBe('ok');
		expect((await page(null, id))!.text!.body).toBe('联系人王○○ 13800138000，住3号楼2单元＊＊＊。');
	});

	test('in files is somebody’s to look at', async () => {
		const id = await begin('zhou', {}, [photo()]);
		expect(code(await submit('zhou', id, [], { attachmentsChecked: undefined }))).toBe(
			'disclosure.attachments-unchecked'
		);
	});
});

test('a list finds by words in title, text and table, by kind and publisher; what is pinned comes first', async () => {
	const pinned = await publish({ title: '消防演练', body: '下周六演练。', pinnedUntil: '2026-12-31' });
	const other = await publish({ title: '电梯保养', body: '三号楼电梯', table: '日期,内容\n周一,换钢丝绳' });
	const find = async (filter: object) =>
		(await listDisclosures(as(null), town.communityId, filter)).items.map((one) => one.id);
	expect((await find({}))[0]).toBe(pinned);
	expect(await find({ words: '钢丝绳 电梯' })).toEqual([other]);
	expect(await find({ words: '100%' })).toEqual([]);
	expect(await find({ words: '演练', kind: 'minutes' })).toEqual([]);
	expect(await find({ words: '演练', publisherId: town.parties['owners-committee'] })).toEqual([]);
	await data.travelTo('2027-01-01T09:00:00+08:00');
	expect((await find({}))[0]).not.toBe(pinned);
});
