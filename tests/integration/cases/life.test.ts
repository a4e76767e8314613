import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AdvanceInput } from '#lib/domain/cases/advance.schema.ts';
import {
	BOARD_VIEWS,
	casePage,
	caseStatesOf,
	casesWaitingFor,
	deskBoard,
	myCases,
	onCaseSource,
	raiseCase,
	unitWork,
	type BoardView
} from '#lib/server/cases/index.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { mayFollow } from '#lib/server/platform/topics.ts';
import { ACCEPT, photo, plantCaseDesk, type CaseDesk } from '../../support/cases.ts';
import { COMMUNITY, DISTRICT, STREET } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();
let desk: CaseDesk;
const TUESDAY = '2026-11-24T10:00:00+08:00';
const hours = (n: number) => new Date(Date.parse(TUESDAY) + n * 3_600_000);

beforeAll(async () => {
	desk = await plantCaseDesk(data);
});
beforeEach(() => data.travelTo(TUESDAY));

const toCompany = (): AdvanceInput => ({ act: 'dispatch', unit: desk.town.parties['property-company'] });
const toAgency = (): AdvanceInput => ({ act: 'dispatch', unit: desk.town.parties['dispatched-agency'] });
const FINISH: AdvanceInput = { act: 'finish', result: '已经清走' };
const SOLVED: AdvanceInput = { act: 'answer', solved: true, grade: 'satisfied', note: '' };

test('the whole way: reported, accepted, dispatched, signed, handled, checked, called back, closed', async () => {
	const number = await desk.reported();
	await desk.go(
		number,
		['communityDesk', ACCEPT],
		['communityDesk', toCompany()],
		['company', { act: 'sign' }],
		['company', FINISH, [photo()]],
		['verifier', { act: 'pass' }],
		['resident', SOLVED]
	);
	const { row, facts, entries } = await desk.look(number);
	expect(row).toMatchObject({
		state: 'closed',
		outcome: 'solved',
		level: 'micro',
		result: '已经清走',
		stepDueAt: null
	});
	expect(facts.clocks).toEqual([]);
	expect(entries.map((e) => [e.seq, e.command])).toEqual(
		['submit', 'accept', 'dispatch', 'sign', 'finish', 'pass', 'answer'].map((command, seq) => [seq, command])
	);
	const audit = await data.sql`select act from audit_entry where subject_id = ${row.id} order by id`;
	expect(audit.map(({ act }) => act)).toEqual(entries.map((e) => `cases.${e.command}`));
	const left =
		await data.sql`select kind from clock where subject_id = ${row.id} and fired_at is null and cancelled_at is null`;
	expect(left).toEqual([]);
	await expect(data.sql`update case_entry set reason = 'x' where case_id = ${row.id}`).rejects.toThrow(/immutable/);
});

async function boardNumbers(who: keyof typeof desk.people, area: string, view: BoardView): Promise<string[]> {
	const board = await deskBoard(data.as(desk.people[who]), area, view);
	if (!board.ok) throw new Error(board.refusal.code);
	return board.value.lines.map((line) => line.number);
}

test('a case goes to the street by itself when its clock runs out, and the half limit starts there', async () => {
	const number = await desk.reported();
	await desk.go(number, ['communityDesk', ACCEPT], ['communityDesk', toCompany()], ['company', { act: 'sign' }]);
	await data.travelTo(hours(7 * 24 + 0.1));
	await sweepClocks(data);
	const { row, facts, entries } = await desk.look(number);
	expect(row).toMatchObject({ state: 'accepted', level: 'small', deskCode: STREET, unitOrganisationId: null });
	expect(+row.residentDueAt - +row.submittedAt).toBe(7 * 24 * 3_600_000);
	expect(facts.clocks.find(({ kind }) => kind === 'level')?.limit).toEqual({ unit: 'natural', minutes: 3.5 * 24 * 60 });
	const expired = entries.filter((e) => e.command === 'expire');
	expect(expired.map((e) => e.data.clock)).toEqual(['reporter', 'level']);
	for (const entry of expired) {
		expect(+entry.at).toBeGreaterThanOrEqual(+entry.dueAt!);
		expect(+entry.dueAt! - +hours(7 * 24)).toBeLessThan(5_000);
	}
	expect(await boardNumbers('streetDesk', STREET, 'here')).toContain(number);
	expect(await boardNumbers('communityDesk', COMMUNITY, 'here')).not.toContain(number);
	expect(await boardNumbers('communityDesk', COMMUNITY, 'above')).toContain(number);
	const news =
		await data.sql`select topic from outbox where payload->>'case' = ${row.id} and payload->>'level' = 'small'`;
	expect(news.map(({ topic }) => topic)).toEqual(
		expect.arrayContaining([`case-board:${COMMUNITY}`, `case-board:${STREET}`, `case-board:${DISTRICT}`])
	);
	const told = await data.sql`
		select kind from notification where subject_id = ${row.id} and person_id = ${desk.people.streetDesk.personId}`;
	expect(told.map(({ kind }) => kind)).toContain('case-went-up');
	await desk.go(number, ['streetDesk', toAgency()], ['agency', { act: 'sign' }], ['agency', FINISH, [photo()]]);
	expect((await desk.look(number)).facts.history.handledBy).toEqual(
		expect.arrayContaining([desk.people.company.personId, desk.people.agency.personId])
	);
});

test('two dispatchers at once: one wins, the other is told', async () => {
	const number = await desk.reported();
	await desk.go(number, ['communityDesk', ACCEPT]);
	const both = await Promise.all([
		desk.advance('communityDesk', number, toCompany()),
		desk.advance('secondDesk', number, toCompany())
	]);
	expect(both.filter((result) => result.ok)).toHaveLength(1);
	expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'cases.not-now' } });
	const { entries } = await desk.look(number);
	expect(entries.filter((e) => e.command === 'dispatch')).toHaveLength(1);
});

test('fifty reports at once get fifty numbers without a gap, whatever is rolled back between', async () => {
	const broken = new File([], 'empty.jpg');
	const results = await Promise.all(
		Array.from({ length: 50 }, (_, i) => desk.report({ place: `${i}号门` }, 'neighbour', i % 10 === 3 ? [broken] : []))
	);
	expect(results.filter((r) => !r.ok)).toHaveLength(5);
	const numbers = results.flatMap((r) => (r.ok ? [Number(r.value.number.split('-')[2])] : [])).sort((a, b) => a - b);
	expect(numbers).toEqual(Array.from({ length: 45 }, (_, i) => numbers[0]! + i));
	expect(results[0]!.ok && results[0]!.value.number).toMatch(/^JSQ-2026-\d{4}$/);
});

test('danger is told whom to call first, and then goes to the street’s duty desk', async () => {
	const danger = { description: '楼道里电动车着火了' };
	expect(await desk.report(danger)).toMatchObject({
		refusal: { code: 'cases.call-first', params: { numbers: '119' } }
	});
	const number = await desk.reported({ ...danger, seen: true });
	expect((await desk.look(number)).row).toMatchObject({ class: 'A', level: 'small', deskCode: STREET });
	expect(await desk.advance('communityDesk', number, { ...ACCEPT, class: 'A' } as AdvanceInput)).toMatchObject({
		refusal: { code: 'form.forbidden' }
	});
});

test('a report from elsewhere, or without a place, is refused and leaves nothing', async () => {
	expect(await desk.report({ building: null, place: '' })).toMatchObject({ refusal: { code: 'cases.place-missing' } });
	expect(await desk.report({ building: newId() })).toMatchObject({ refusal: { field: 'building' } });
});

describe('who sees what', () => {
	test('neighbours, other desks and visitors find nothing; the handler never finds the reporter', async () => {
		const number = await desk.reported({ description: '有人乱扔垃圾' });
		await desk.go(number, ['communityDesk', ACCEPT], ['communityDesk', toCompany()], ['company', { act: 'sign' }]);
		const see = (who: keyof typeof desk.people) => casePage(data.as(desk.people[who]), COMMUNITY, number);
		expect((await see('neighbour')).ok).toBe(false);
		expect((await see('agency')).ok).toBe(false);
		expect((await casePage(data.as(null), COMMUNITY, number)).ok).toBe(false);
		const handler = await see('company');
		expect(JSON.stringify(handler)).not.toContain('居民赵');
		expect(handler).toMatchObject({ value: { reporter: null, reporterIsMe: false, description: '有人乱扔垃圾' } });
		expect(await see('communityDesk')).toMatchObject({ value: { reporter: '居民赵' } });
		const { row } = await desk.look(number);
		expect(await mayFollow(data.as(desk.people.company), `case:${row.id}`)).toBe(true);
		expect(await mayFollow(data.as(desk.people.neighbour), `case:${row.id}`)).toBe(false);
	});

	test('a complaint about the committee is the street’s, and the committee never hears of it', async () => {
		const number = await desk.reported({ what: 'complaint', about: desk.town.parties['residents-committee'] });
		const { row } = await desk.look(number);
		expect(row).toMatchObject({ level: 'small', deskCode: STREET });
		expect((await casePage(data.as(desk.people.communityDesk), COMMUNITY, number)).ok).toBe(false);
		expect(await desk.advance('communityDesk', number, ACCEPT)).toMatchObject({ refusal: { code: 'form.not-found' } });
		const told = await data.sql`select person_id from notification where subject_id = ${row.id}`;
		expect(told.map((n) => n.person_id)).toEqual([desk.people.streetDesk.personId]);
		for (const who of ['communityDesk', 'secondDesk'] as const) {
			for (const view of BOARD_VIEWS) expect(await boardNumbers(who, COMMUNITY, view)).not.toContain(number);
		}
		const news = await data.sql`select topic from outbox where payload->>'case' = ${row.id}`;
		expect(news.map(({ topic }) => topic)).not.toContain(`case-board:${COMMUNITY}`);
	});

	test('lists hold what waits for each', async () => {
		const number = await desk.reported();
		const waits = async (who: keyof typeof desk.people) =>
			(await casesWaitingFor(data.as(desk.people[who]), 500)).some((line) => line.number === number);
		expect([await waits('communityDesk'), await waits('company')]).toEqual([true, false]);
		await desk.go(number, ['communityDesk', ACCEPT], ['communityDesk', toCompany()]);
		expect([await waits('communityDesk'), await waits('company')]).toEqual([false, true]);
		expect((await unitWork(data.as(desk.people.company))).some((line) => line.number === number)).toBe(true);
		expect((await myCases(data.as(desk.people.resident))).some((line) => line.number === number)).toBe(true);
		expect((await deskBoard(data.as(desk.people.resident), COMMUNITY, 'here')).ok).toBe(false);
	});
});

test('raised from a paragraph, it shows there how it stands, to everybody where the place is public', async () => {
	const meeting = newId();
	onCaseSource('minutes', async (a, id) =>
		id === meeting && a.actor?.personId === desk.people.communityDesk.personId
			? {
					communityId: desk.town.communityId,
					communityCode: COMMUNITY,
					public: true,
					organisationId: desk.town.parties['residents-committee']
				}
			: null
	);
	const input = {
		title: '3号楼消防通道被占',
		what: 'fire-lane',
		description: '3号楼西侧长期停车',
		building: desk.town.buildingId,
		place: '西侧',
		seen: undefined
	} as const;
	const from = { type: 'minutes', id: meeting, block: 'p7' };
	const refused = await raiseCase(data.as(desk.people.resident), from, input);
	expect(refused).toMatchObject({ refusal: { code: 'cases.source-not-found' } });
	const raised = await raiseCase(data.as(desk.people.communityDesk), from, input);
	if (!raised.ok) throw new Error(raised.refusal.code);
	const seen = await caseStatesOf(data.as(null), 'minutes', meeting);
	expect(seen).toMatchObject([{ block: 'p7', line: { number: raised.value.number, state: 'submitted' } }]);
	const page = await casePage(data.as(null), COMMUNITY, raised.value.number);
	expect(page).toMatchObject({ value: { full: false, description: null, offered: [], sources: [{ id: meeting }] } });
	expect(await mayFollow(data.as(null), `case:${raised.value.id}`)).toBe(true);
});
