import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { agendaItem, notification, outbox, task } from '#lib/server/db/schema/index.ts';
import { linksTo } from '#lib/server/links/index.ts';
import {
	dropTask,
	finishTask,
	meetingDetail,
	raiseTask,
	registerMeetings,
	taskPage,
	tasksOf
} from '#lib/server/meetings/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { waitingFor } from '#lib/server/platform/waiting.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { meetingInSession, OPENS, sealNow } from '../../support/meetings.ts';
import { expectOk } from '../../support/votes.ts';

const data = useDatabase();
let town: Town;
let convener: Person, recorder: Person, manager: Person, fitter: Person, resident: Person, outsider: Person;
let id: string;

beforeAll(async () => {
	registerMeetings();
	town = await plantCommunity(data);
	convener = await town.appoint('赵书记', 'residents-committee', ['convener', 'delegate']);
	recorder = await town.appoint('周记录', 'residents-committee', 'recorder');
	manager = await town.appoint('钱经理', 'property-company', 'delegate');
	fitter = await town.appoint('石师傅', 'property-company', 'entry-clerk');
	resident = await town.resident('孙阿姨', 0);
	outsider = await town.appoint('吴代表', 'social-organisation', 'delegate');
});
beforeEach(async () => {
	id = await meetingInSession(data, town, convener, ['物业本周五前划线。']);
});

const company = () => town.parties['property-company'];
const input = (personId: string | null = null, dueOn = '2026-12-11') => ({
	title: '消防通道划线',
	assignee: { organisationId: company(), personId },
	dueOn
});
const raised = async (personId: string | null = null): Promise<string> =>
	expectOk(await raiseTask(data.as(recorder), id, 'p1', input(personId))).id;
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'taken' : result.refusal!.code);
const toldOf = async (person: Person) =>
	(await data.db.select().from(notification).where(eq(notification.personId, person.personId)))
		.filter(({ kind, href }) => kind.startsWith('task-') && href.includes(id))
		.map(({ kind }) => kind);
const waiting = async (person: Person) =>
	(await waitingFor(data.as(person)))
		.filter(({ href }) => href.includes(`${id}/tasks/`))
		.map(({ title, tag }) => [title, tag!.tone]);

describe('raising a task', () => {
	it('is for recorders, the convener and the chair, towards a party of the meeting and a day to come', async () => {
		const attempt = async (actor: Person | null, block = 'p1', change: Partial<ReturnType<typeof input>> = {}) =>
			code(await raiseTask(data.as(actor), id, block, { ...input(), ...change }));
		expect(await attempt(null)).toBe('form.sign-in');
		for (const nobody of [resident, manager, outsider]) expect(await attempt(nobody)).toBe('form.forbidden');
		expect(await attempt(recorder, 'nowhere')).toBe('meetings.block-missing');
		const elsewhere = { organisationId: town.parties['social-organisation'], personId: null };
		expect(await attempt(recorder, 'p1', { assignee: elsewhere })).toBe('meetings.assignee-missing');
		const stranger = { organisationId: company(), personId: outsider.personId };
		expect(await attempt(recorder, 'p1', { assignee: stranger })).toBe('meetings.assignee-missing');
		expect(await attempt(recorder, 'p1', { dueOn: '2026-12-07' })).toBe('meetings.due-over');
		expect(await attempt(recorder, 'p1', { dueOn: '2026-12-08' })).toBe('taken');
		expect(await attempt(convener)).toBe('taken');
	});

	it('tells whoever has it, waits for them, and links both ways with live news for the meeting', async () => {
		const whole = await raised();
		const named = await raised(fitter.personId);
		expect(await toldOf(manager)).toEqual(['task-raised']);
		expect(await toldOf(fitter)).toEqual(['task-raised']);
		expect(await waiting(manager)).toEqual([['消防通道划线', 'due']]);
		expect(await waiting(fitter)).toEqual([['消防通道划线', 'due']]);
		expect(await waiting(convener)).toEqual([]);
		const [link] = await linksTo(data.db, 'task', whole);
		expect(link).toMatchObject({ fromType: 'meeting', fromId: id, fromBlock: 'p1' });
		const news = await data.db
			.select()
			.from(outbox)
			.where(eq(outbox.topic, `meeting:${id}`));
		expect(news.filter(({ kind }) => kind === 'raise-task')).toHaveLength(2);
		const page = expectOk(await taskPage(data.as(manager), id, named));
		expect(page).toMatchObject({ quoted: '物业本周五前划线。', from: '/minutes#b-p1', mayFinish: false });
		expect(page.task.person).toBe('石师傅');
	});

	it('from an item is seen by whoever sees the meeting, without names; from a paragraph with the minutes alone', async () => {
		const [item] = await data.db.select().from(agendaItem).where(eq(agendaItem.meetingId, id));
		expectOk(await raiseTask(data.as(convener), id, item!.id, input(fitter.personId)));
		await raised();
		const seenBy = async (actor: Person | null) =>
			(await tasksOf(data.as(actor), id)).map(({ block, person }) => [block === 'p1' ? 'p1' : 'item', person]);
		expect(await seenBy(null)).toEqual([['item', null]]);
		expect(await seenBy(resident)).toEqual([['item', '石师傅']]);
		expect(await seenBy(manager)).toEqual([
			['item', '石师傅'],
			['p1', null]
		]);
		expect(expectOk(await meetingDetail(data.as(recorder), id)).may.assign).toBe(true);
	});

	it('works on sealed minutes too', async () => {
		await sealNow(data, convener, id);
		expect(code(await raiseTask(data.as(convener), id, 'p1', input(null, '2026-12-31')))).toBe('taken');
	});
});

describe('settling a task', () => {
	it('is done by those who have it, once, with a word on it, whoever presses at the same moment', async () => {
		const one = await raised();
		for (const nobody of [recorder, fitter, convener]) {
			expect(code(await finishTask(data.as(nobody), one, '划好了'))).toBe('form.forbidden');
		}
		// who may not read the minutes does not learn that there is such a task
		expect(code(await finishTask(data.as(resident), one, '划好了'))).toBe('form.not-found');
		const both = await Promise.all([
			finishTask(data.as(manager), one, '划好了'),
			dropTask(data.as(recorder), one, '街道来划'),
			finishTask(data.as(manager), one, '又划了一遍')
		]);
		expect(both.map(code).toSorted()).toEqual(['meetings.task-settled', 'meetings.task-settled', 'taken']);
		const [row] = await data.db.select().from(task).where(eq(task.id, one));
		expect(row!.outcome).not.toBeNull();
		expect(await waiting(manager)).toEqual([]);
	});

	it('is dropped with the reason by whoever raised it or leads, and never by those who have it', async () => {
		const one = await raised(fitter.personId);
		expect(code(await dropTask(data.as(fitter), one, '不想办'))).toBe('form.forbidden');
		expect(code(await finishTask(data.as(manager), one, '代办'))).toBe('form.forbidden');
		expect(code(await dropTask(data.as(convener), one, '改由街道办'))).toBe('taken');
		const page = expectOk(await taskPage(data.as(fitter), id, one));
		expect(page.task).toMatchObject({ state: 'dropped', outcome: '改由街道办' });
		expect(await toldOf(fitter)).toContain('task-dropped');
	});
});

describe('a task that is overdue', () => {
	it('is told once, to those who have it and whoever raised it, and shows so', async () => {
		const one = await raised();
		const settled = await raised();
		await data.travelTo('2026-12-11T23:59:00+08:00');
		await sweepClocks(data);
		expectOk(await finishTask(data.as(manager), settled, '划好了'));
		const before = await toldOf(manager);
		expect(before).not.toContain('task-overdue');
		await data.travelTo('2026-12-12T00:00:01+08:00');
		await Promise.all([sweepClocks(data), sweepClocks(data)]);
		await data.travelTo('2026-12-20T00:00:00+08:00');
		await sweepClocks(data);
		expect((await toldOf(manager)).filter((kind) => kind === 'task-overdue')).toHaveLength(1);
		expect((await toldOf(recorder)).filter((kind) => kind === 'task-overdue')).toHaveLength(1);
		expect(await waiting(manager)).toEqual([['消防通道划线', 'late']]);
		expect(code(await finishTask(data.as(manager), one, '晚了,划好了'))).toBe('taken');
		await data.travelTo(OPENS);
	});
});
