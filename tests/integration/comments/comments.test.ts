import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import {
	addComment,
	appealComment,
	commentsOn,
	decideAppeal,
	hideComment,
	keepComment,
	onCommentsOf,
	registerComments,
	reportComment,
	withdrawComment
} from '#lib/server/comments/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { mayFollow } from '#lib/server/platform/topics.ts';
import { COMMUNITY, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let town: Town;
let people: Record<'zhao' | 'qian' | 'clerk' | 'second' | 'company', Person>;
let subject: [string, string];
const secret = newId();

beforeAll(async () => {
	town = await plantCommunity(data);
	people = {
		zhao: await town.resident('赵秀英', 0),
		qian: await town.resident('钱伟', 1),
		clerk: await town.appoint('孙主任', 'residents-committee', ['publisher', 'leader']),
		second: await town.appoint('周副主任', 'residents-committee', 'reviewer'),
		company: await town.appoint('李经理', 'property-company', 'delegate')
	};
	registerComments();
	onCommentsOf('debate', async (_, __, id) => ({
		...{ areaId: town.communityId, communityCode: COMMUNITY, readable: true, open: true, debate: true },
		...{
			title: '建不建充电棚',
			href: `/c/${COMMUNITY}/debates/${id}`,
			answeringId: town.parties['residents-committee']
		}
	}));
	onCommentsOf('paper', async (_, actor, id) => ({
		areaId: town.communityId,
		communityCode: COMMUNITY,
		readable: id !== secret || !!actor,
		open: true,
		title: '停水通知',
		href: `/c/${COMMUNITY}/papers/${id}`,
		answerableIds: [people.clerk.personId]
	}));
});
beforeEach(async () => {
	subject = ['paper', newId()];
	await data.travelTo(new Date(Date.now() + 3_600_000));
});

type Who = keyof typeof people;
const as = (who: Who | null) => data.as(who && people[who]);
const say = async (who: Who, comment: string, on?: string, as_?: string) => {
	const added = await addComment(as(who), subject, { comment, commentOn: on, commentFor: as_ });
	if (!added.ok) throw new Error(added.refusal.code);
	return added.value;
};
const told = (who: Who) =>
	data.sql`select kind, href from notification where person_id = ${people[who].personId} and subject_id = ${subject[1]}`;

test('a comment is there at once, its answer under it, and both people are told', async () => {
	const id = await say('zhao', '几点来水？');
	const answer = await say('clerk', '下午三点。', id, town.parties['residents-committee']);
	await say('zhao', '谢谢！', answer);
	const view = await commentsOn(as('zhao'), subject);
	expect(view).toMatchObject({ total: 3, refusal: null, organisations: [] });
	expect(view!.items).toMatchObject([
		{
			body: '几点来水？',
			author: '赵秀英',
			organisation: null,
			mayWithdraw: true,
			answers: [
				{ body: '下午三点。', organisation: 'residents-committee 测试', mayWithdraw: false },
				{ body: '谢谢！', author: '赵秀英' }
			]
		}
	]);
	expect(await told('zhao')).toEqual([
		{ kind: 'comments.answered', href: `/c/${COMMUNITY}/papers/${subject[1]}#comment-${answer}` }
	]);
	expect((await told('clerk')).map((row) => row.kind)).toEqual(['comments.added', 'comments.answered']);
	const news = await data.sql`select kind, payload from outbox where topic = ${`comments:${subject.join(':')}`}`;
	expect(news).toEqual(Array(3).fill({ kind: 'added', payload: {} }));
});

test('a passer-by reads it without the names of neighbours', async () => {
	await say('zhao', '几点来水？');
	const view = await commentsOn(as(null), subject);
	expect(view).toMatchObject({ refusal: 'form.sign-in', items: [{ body: '几点来水？', author: '赵○○', mine: false }] });
});

test('nobody speaks for an organisation that is not theirs, nor on what they cannot see', async () => {
	const attempt = (who: Who | null, over: object, about = subject) =>
		addComment(as(who), about, { comment: '好', commentOn: undefined, commentFor: undefined, ...over });
	const committee = town.parties['residents-committee'];
	expect(await attempt('zhao', { commentFor: committee })).toMatchObject({
		refusal: { code: 'comments.not-for-organisation' }
	});
	expect(await attempt('company', { commentFor: committee })).toMatchObject({
		refusal: { code: 'comments.not-for-organisation' }
	});
	expect(await attempt(null, {})).toMatchObject({ refusal: { code: 'form.sign-in' } });
	expect(await attempt(null, {}, ['paper', secret])).toMatchObject({ refusal: { code: 'form.not-found' } });
	expect(await attempt('zhao', {}, ['unheard-of', newId()])).toMatchObject({ refusal: { code: 'form.not-found' } });
	expect(await commentsOn(as(null), ['paper', secret])).toBeNull();
	expect((await commentsOn(as('zhao'), subject))!.total).toBe(0);
});

test('an answer belongs to a comment of the same subject', async () => {
	const elsewhere = await say('zhao', '甲');
	const here: [string, string] = ['paper', newId()];
	expect(
		await addComment(as('qian'), here, { comment: '乙', commentOn: elsewhere, commentFor: undefined })
	).toMatchObject({ refusal: { code: 'comments.gone' } });
});

describe('what is taken away', () => {
	test('a withdrawn comment keeps its place and loses its text for everybody', async () => {
		const id = await say('zhao', '我家在3号楼501');
		expect(await withdrawComment(as('qian'), subject, id)).toMatchObject({ refusal: { code: 'form.forbidden' } });
		expect((await withdrawComment(as('zhao'), subject, id)).ok).toBe(true);
		for (const who of ['clerk', 'zhao', null] as const) {
			expect((await commentsOn(as(who), subject))!.items).toMatchObject([{ state: 'withdrawn', body: null }]);
		}
		expect(await withdrawComment(as('zhao'), subject, id)).toMatchObject({ refusal: { code: 'comments.gone' } });
		expect(
			await addComment(as('qian'), subject, { comment: '？', commentOn: id, commentFor: undefined })
		).toMatchObject({ refusal: { code: 'comments.gone' } });
	});

	test('a hidden comment shows why, and its author is told', async () => {
		const id = await say('zhao', '骂人的话');
		expect(await hideComment(as('company'), subject, id, '不好听')).toMatchObject({
			refusal: { code: 'form.forbidden' }
		});
		const other: [string, string] = ['paper', newId()];
		expect(await hideComment(as('clerk'), other, id, '不文明')).toMatchObject({ refusal: { code: 'form.not-found' } });
		expect((await hideComment(as('clerk'), subject, id, '不文明用语')).ok).toBe(true);
		expect((await commentsOn(as(null), subject))!.items).toMatchObject([
			{ state: 'hidden', body: null, hiddenReason: '不文明用语', mayHide: false }
		]);
		expect((await told('zhao')).map((row) => row.kind)).toEqual(['comments.hidden']);
		const audit = await data.sql`select act from audit_entry where subject_id = ${id} order by id`;
		expect(audit.map((row) => row.act)).toEqual(['comments.added', 'comments.hidden']);
	});
});

test('ten in a while, then a pause', async () => {
	for (let i = 0; i < 10; i++) await say('qian', `第 ${i} 条`);
	const more = () => addComment(as('qian'), subject, { comment: '又', commentOn: undefined, commentFor: undefined });
	expect(await more()).toMatchObject({ refusal: { code: 'comments.too-many' } });
	await data.travelTo(new Date(Date.now() + 2 * 3_600_000));
	expect((await more()).ok).toBe(true);
});

test('its live topic is followed by whoever reads the subject', async () => {
	expect(await mayFollow(as(null), `comments:${subject.join(':')}`)).toBe(true);
	expect(await mayFollow(as(null), `comments:paper:${secret}`)).toBe(false);
	expect(await mayFollow(as('zhao'), `comments:paper:${secret}`)).toBe(true);
	expect(await mayFollow(as('zhao'), 'comments:paper:x')).toBe(false);
	expect(await mayFollow(as('zhao'), `comments:unheard-of:${subject[1]}`)).toBe(false);
});

const waits = async (who: Who) =>
	(await waitingFor(as(who))).filter((item) => item.href.includes(subject[1])).map((item) => item.detail);

describe('what is reported', () => {
	test('reaches those who keep order, once from each, until one of them has looked', async () => {
		const id = await say('zhao', '出售二手车位,加我微信');
		expect(await reportComment(as('zhao'), subject, id, '广告')).toMatchObject({ refusal: { code: 'form.forbidden' } });
		expect(await reportComment(as(null), subject, id, '广告')).toMatchObject({ refusal: { code: 'form.sign-in' } });
		expect((await reportComment(as('qian'), subject, id, '广告')).ok).toBe(true);
		expect(await reportComment(as('qian'), subject, id, '又')).toMatchObject({
			refusal: { code: 'comments.reported' }
		});
		expect((await commentsOn(as('clerk'), subject))!.items[0]!.reports).toEqual(['广告']);
		for (const who of ['zhao', 'company', null] as const) {
			expect((await commentsOn(as(who), subject))!.items[0]!.reports).toEqual([]);
		}
		expect(await waits('clerk')).toHaveLength(1);
		expect(await waits('company')).toEqual([]);
		expect(await keepComment(as('qian'), subject, id)).toMatchObject({ refusal: { code: 'form.forbidden' } });
		expect((await keepComment(as('clerk'), subject, id)).ok).toBe(true);
		expect(await waits('clerk')).toEqual([]);
		expect((await commentsOn(as('clerk'), subject))!.items[0]).toMatchObject({ state: 'shown', reports: [] });
	});

	test('is settled when it is hidden', async () => {
		const id = await say('zhao', '骂人的话');
		await reportComment(as('qian'), subject, id, '骂人');
		await hideComment(as('clerk'), subject, id, '不文明用语');
		expect(await waits('second')).toEqual([]);
	});
});

describe('an appeal against hiding', () => {
	const decide = (who: Who, commentId: string, restore: boolean) =>
		decideAppeal(as(who), subject, { commentId, restore, appealAnswer: '说的是实情' });

	test.each([true, false])('is made once by the author and decided by another: shown again %s', async (restore) => {
		const id = await say('zhao', '物业收费不公开');
		expect(await appealComment(as('zhao'), subject, id, '?')).toMatchObject({
			refusal: { code: 'comments.not-hidden' }
		});
		await hideComment(as('clerk'), subject, id, '与本事无关');
		expect((await commentsOn(as('zhao'), subject))!.items[0]).toMatchObject({
			body: '物业收费不公开',
			mayAppeal: true
		});
		expect(await appealComment(as('qian'), subject, id, '?')).toMatchObject({ refusal: { code: 'form.forbidden' } });
		expect((await appealComment(as('zhao'), subject, id, '说的就是这件事')).ok).toBe(true);
		expect(await appealComment(as('zhao'), subject, id, '再说')).toMatchObject({
			refusal: { code: 'comments.appealed' }
		});
		// who hid it does not decide, nor reads the appeal as a case to decide
		expect(await waits('clerk')).toEqual([]);
		expect(await waits('second')).toHaveLength(1);
		expect(await decide('clerk', id, true)).toMatchObject({ refusal: { code: 'comments.not-your-appeal' } });
		expect(await decide('qian', id, true)).toMatchObject({ refusal: { code: 'form.forbidden' } });
		expect((await commentsOn(as('second'), subject))!.items[0]).toMatchObject({
			body: '物业收费不公开',
			appeal: { text: '说的就是这件事', answer: null }
		});
		expect((await commentsOn(as('qian'), subject))!.items[0]).toMatchObject({ body: null, appeal: null });
		expect((await decide('second', id, restore)).ok).toBe(true);
		expect((await commentsOn(as('qian'), subject))!.items[0]).toMatchObject(
			restore ? { state: 'shown', body: '物业收费不公开' } : { state: 'hidden', body: null }
		);
		expect((await told('zhao')).map((row) => row.kind)).toEqual([
			'comments.hidden',
			restore ? 'comments.restored' : 'comments.appeal-denied'
		]);
		expect(await decide('second', id, true)).toMatchObject({ refusal: { code: 'comments.no-appeal' } });
	});
});

describe('a debate', () => {
	beforeEach(async () => {
		subject = ['debate', newId()];
		// those above have said as much as one may in a while
		await data.travelTo(new Date(Date.now() + 5 * 3_600_000));
	});
	const argue = (who: Who, comment: string, stance: 'for' | 'against' | 'question', on?: string) =>
		addComment(as(who), subject, { comment, stance, commentOn: on, commentFor: undefined });

	test('keeps arguments apart, and a question waits for the organisation that is asked', async () => {
		await argue('zhao', '夜里楼道里有人充电,不安全', 'for');
		await argue('qian', '离9号楼太远', 'against');
		const asked = await argue('qian', '检测费谁出?', 'question');
		if (!asked.ok) throw new Error(asked.refusal.code);
		const view = (await commentsOn(as('zhao'), subject))!;
		expect(view.debate).toBe(true);
		expect(view.items.map(({ stance, waits }) => [stance, waits])).toEqual([
			['for', false],
			['against', false],
			['question', true]
		]);
		expect(await waits('clerk')).toHaveLength(1);
		expect(await waits('company')).toEqual([]);
		await say('zhao', '我也想知道', asked.value);
		expect((await commentsOn(as('zhao'), subject))!.items[2]!.waits).toBe(true);
		await say('clerk', '从充电收入里出。', asked.value, town.parties['residents-committee']);
		expect((await commentsOn(as('zhao'), subject))!.items[2]!.waits).toBe(false);
		expect(await waits('clerk')).toEqual([]);
	});

	test('has sides in a debate only, and an answer has none', async () => {
		const first = await say('zhao', '甲');
		expect(await argue('qian', '乙', 'for', first)).toMatchObject({ refusal: { code: 'form.unreadable' } });
		subject = ['paper', newId()];
		expect(await argue('qian', '乙', 'for')).toMatchObject({ refusal: { code: 'form.unreadable' } });
	});
});
