import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putItem } from '#lib/domain/meetings/agenda-document.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import type { Person } from '#lib/domain/shared/actor.ts';
import { agendaItem, outbox, speech } from '#lib/server/db/schema/index.ts';
import * as meetings from '#lib/server/meetings/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { editAs, meetingInSession, meetingRow, OPENS } from '../../support/meetings.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
let town: Town;
let convener: Person, recorder: Person, manager: Person, resident: Person, neighbour: Person, stranger: Person;
let id: string, item: string;

beforeAll(async () => {
	town = await plantCommunity(data);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'delegate']);
	recorder = await town.appoint('周记录', 'residents-committee', 'recorder');
	manager = await town.appoint('钱经理', 'property-company', 'delegate');
	resident = await town.resident('孙阿姨', 0);
	neighbour = await town.resident('李大爷', 1);
	stranger = await town.resident('外人', 2, { lives: false });
});
beforeEach(async () => {
	await data.travelTo('2026-12-01T02:00:00Z');
	const call = { kind: 'hearing' as const, title: '停车收费听证', place: '活动室', startsAt: OPENS };
	const parties = {
		organisationId: town.parties['residents-committee'],
		partyIds: [town.parties['property-company']]
	};
	id = expectOk(await meetings.callMeeting(data.as(convener), { ...call, ...parties })).id;
	await editAs(data, convener, (await meetingRow(data, id)).agendaDocumentId!, (doc) =>
		putItem(doc, {
			...{ id: newId(), title: '收费办法', parent: null, order: 'a', minutes: 10, kind: 'hear' },
			...{ proposer: town.parties['property-company'], withdrawnBy: null }
		})
	);
	expectOk(await meetings.conveneMeeting(data.as(convener), id));
	await data.travelTo(OPENS);
	expectOk(await meetings.openSession(data.as(convener), id));
	const [row] = await data.db.select().from(agendaItem).where(eq(agendaItem.meetingId, id));
	item = row!.id;
});

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'taken' : result.refusal!.code);
const page = async (actor: Person | null = resident) => expectOk(await meetings.hearingPage(data.as(actor), id));
const listed = async (actor?: Person | null) =>
	(await page(actor)).speeches.map(({ person, organisation, state }) => [person, organisation, state]);
const speechOf = async (person: Person) =>
	(await data.db.select().from(speech).where(eq(speech.meetingId, id))).find(
		({ personId, state }) => personId === person.personId && state !== 'gone'
	)!.id;
const ask = async (actor: Person | null, change = {}) =>
	meetings.askQuestion(data.as(actor), id, {
		...{ itemId: item, organisationId: town.parties['property-company'], question: '钱从哪里出?' },
		...change
	});

describe('the floor', () => {
	it('is asked for once, by those of the community, and shows live without names for strangers', async () => {
		expect(code(await meetings.askForFloor(data.as(null), id))).toBe('form.sign-in');
		expect(code(await meetings.askForFloor(data.as(stranger), id))).toBe('form.forbidden');
		await Promise.all([resident, resident, resident].map((one) => meetings.askForFloor(data.as(one), id)));
		await meetings.askForFloor(data.as(manager), id);
		expect((await listed()).toSorted()).toEqual([
			['孙阿姨', null, 'asked'],
			['钱经理', 'property-company 测试', 'asked']
		]);
		expect((await listed(null)).map(([person]) => person)).toEqual([null, null]);
		const news = await data.db
			.select()
			.from(outbox)
			.where(eq(outbox.topic, `meeting:${id}`));
		expect(news.filter(({ kind }) => kind === 'ask-floor')).toHaveLength(2);
	});

	it('is one person’s: whoever is given it ends the turn before, also where two are given it at once', async () => {
		for (const one of [resident, neighbour, manager]) await meetings.askForFloor(data.as(one), id);
		const give = async (person: Person, actor = convener) =>
			meetings.giveFloor(data.as(actor), id, { speechId: await speechOf(person), minutes: 2 });
		expect(code(await give(resident, manager))).toBe('form.forbidden');
		expect(code(await give(resident))).toBe('taken');
		expect(code(await give(resident))).toBe('meetings.speech-gone');
		await data.travelTo(new Date(OPENS.getTime() + 180_000));
		expect((await Promise.all([give(neighbour), give(manager)])).map(code)).toEqual(['taken', 'taken']);
		const { speeches } = await page();
		expect(speeches.filter(({ state }) => state === 'speaking')).toHaveLength(1);
		const first = speeches.find(({ mine }) => mine)!;
		expect(first.state).toBe('spoken');
		expect(first.endedAt!.getTime() - first.startedAt!.getTime()).toBeGreaterThan(170_000);
	});

	it('is left by whoever has it or waits, and by the chair for anybody; the end of the session ends the turn', async () => {
		for (const one of [resident, neighbour]) await meetings.askForFloor(data.as(one), id);
		const [own, other] = [await speechOf(resident), await speechOf(neighbour)];
		expect(code(await meetings.leaveFloor(data.as(resident), id, other))).toBe('form.forbidden');
		expect(code(await meetings.leaveFloor(data.as(resident), id, own))).toBe('taken');
		expect(code(await meetings.leaveFloor(data.as(resident), id, own))).toBe('meetings.speech-gone');
		expectOk(await meetings.giveFloor(data.as(convener), id, { speechId: other, minutes: 3 }));
		expectOk(await meetings.closeSession(data.as(convener), id));
		expect((await listed()).map(([, , state]) => state)).toEqual(['spoken']);
		expect(code(await meetings.askForFloor(data.as(resident), id))).toBe('form.forbidden');
	});
});

describe('questions', () => {
	it('keep their item and the meeting open, by their words, until they are answered or set aside', async () => {
		expect(code(await ask(null))).toBe('form.sign-in');
		expect(code(await ask(stranger))).toBe('form.forbidden');
		expect(code(await ask(resident, { itemId: newId() }))).toBe('meetings.item-of-question-missing');
		const notInvited = { organisationId: town.parties['social-organisation'] };
		expect(code(await ask(resident, notInvited))).toBe('meetings.asked-party-missing');
		const first = expectOk(await ask(resident)).id;
		const second = expectOk(await ask(manager, { question: '居委会看过账吗?' })).id;

		const end = () => meetings.endItem(data.as(convener), id, { itemId: item, outcome: 'settled' });
		for (const refused of [await end(), await meetings.closeSession(data.as(convener), id)]) {
			expect(refused).toMatchObject({
				refusal: {
					code: 'meetings.questions-open',
					params: { count: 2, questions: '“钱从哪里出?”、“居委会看过账吗?”' }
				}
			});
		}
		const answer = (actor: Person) => meetings.answerQuestion(data.as(actor), id, first, '公共收益');
		for (const nobody of [resident, neighbour]) expect(code(await answer(nobody))).toBe('form.forbidden');
		const both = await Promise.all([answer(manager), answer(recorder)]);
		expect(both.map(code).toSorted()).toEqual(['meetings.question-closed', 'taken']);
		expect(code(await meetings.setQuestionAside(data.as(manager), id, second, '重复'))).toBe('form.forbidden');
		expect(code(await meetings.setQuestionAside(data.as(convener), id, second, '会后书面答复'))).toBe('taken');
		expect(code(await end())).toBe('taken');
		expect(code(await ask(resident))).toBe('meetings.item-of-question-missing');
		expect(code(await meetings.closeSession(data.as(convener), id))).toBe('taken');
	});

	it('asked at the moment of the close are refused or keep it open, never lost in between', async () => {
		const [asked, closed] = await Promise.all([ask(resident), meetings.closeSession(data.as(convener), id)]);
		expect(asked.ok).not.toBe(closed.ok);
	});
});

it('a party says where it stands, anew too, until the close is sealed; it is on the page, in the seal and on paper', async () => {
	const company = town.parties['property-company'];
	const say = (actor: Person, stance: 'for' | 'against' | 'conditions', organisationId = company) =>
		meetings.sayPosition(data.as(actor), id, { organisationId, stance, position: '先公示再收费' });
	expect(code(await say(resident, 'for'))).toBe('form.forbidden');
	expect(code(await say(manager, 'for', town.parties['residents-committee']))).toBe('form.forbidden');
	expect(code(await say(manager, 'for', town.parties['social-organisation']))).toBe('form.forbidden');
	expectOk(await say(manager, 'for'));
	expectOk(await say(recorder, 'conditions'));
	expect((await page(null)).positions).toMatchObject([{ party: 'property-company 测试', stance: 'conditions' }]);
	const question = expectOk(await ask(resident)).id;
	expectOk(await meetings.answerQuestion(data.as(manager), id, question, '公共收益'));
	expectOk(await meetings.closeSession(data.as(convener), id));
	expectOk(await meetings.startReview(data.as(convener), id));
	await data.travelTo(new Date(OPENS.getTime() + 4 * 86_400_000));
	expectOk(await meetings.sealMinutes(data.as(convener), id));
	expect(code(await say(manager, 'against'))).toBe('form.forbidden');
	const sealed = (await meetingRow(data, id)).sealedContent as unknown as SealedContent;
	const heard = {
		questions: [
			{
				...{ item: '1', from: null, to: 'property-company 测试', question: '钱从哪里出?' },
				...{ answer: '公共收益', setAside: null }
			}
		],
		positions: [{ party: 'property-company 测试', stance: 'conditions', text: '先公示再收费' }]
	};
	expect(sealed.hearing).toEqual(heard);
	expect(JSON.stringify(sealed.hearing)).not.toContain('孙阿姨');
	expect(expectOk(await meetings.minutesToExport(data.as(manager), id)).hearing).toEqual(heard);
});

it('other meetings have none of it', async () => {
	const joint = await meetingInSession(data, town, convener);
	expect(code(await meetings.hearingPage(data.as(resident), joint))).toBe('form.not-found');
	expect(code(await meetings.askForFloor(data.as(resident), joint))).toBe('form.not-found');
});
