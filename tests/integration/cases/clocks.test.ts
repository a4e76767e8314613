import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { ACCEPT, plantCaseDesk, type CaseDesk } from '../../support/cases.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase({ fresh: 'test' });
let desk: CaseDesk;
const TUESDAY = Date.parse('2026-11-24T10:00:00+08:00');
const hours = (n: number) => new Date(TUESDAY + n * 3_600_000);

beforeEach(async () => {
	await data.travelTo(hours(0));
	desk = await plantCaseDesk(data);
});

const toCompany = () => ({ act: 'dispatch', unit: desk.town.parties['property-company'] }) as const;

test('after weeks of downtime what was due happens once, in order, with the time it was due beside the time it ran', async () => {
	const numbers: string[] = [];
	for (let i = 0; i < 6; i++) {
		await data.travelTo(hours(i / 10));
		const number = await desk.reported({ place: `${i}号门` });
		numbers.push(number);
		await desk.go(number, ['communityDesk', ACCEPT]);
		if (i % 2) await desk.go(number, ['communityDesk', toCompany()], ['company', { act: 'sign' }]);
	}
	await data.travelTo(hours(30 * 24));
	const other = openDatabase(data.url, { max: 2 });
	try {
		await Promise.all([sweepClocks(data), sweepClocks(other)]);
		await Promise.all([sweepClocks(data), sweepClocks(other)]);
	} finally {
		await other.close();
	}
	const ran =
		await data.sql`select data->>'clock' as clock, due_at, at from case_entry where command = 'expire' order by at, due_at`;
	const due = ran.map((entry) => Date.parse(entry.due_at));
	expect(due).toEqual([...due].sort((a, b) => a - b));
	for (const entry of ran) {
		expect(Date.parse(entry.due_at)).toBeLessThan(+hours(8 * 24));
		expect(Date.parse(entry.at)).toBeGreaterThanOrEqual(+hours(30 * 24));
	}
	for (const number of numbers) {
		const { row, entries } = await desk.look(number);
		const expired = entries.filter((e) => e.command === 'expire').map((e) => e.data.clock);
		// once each: the street, which was never asked, has its own half limit from now on
		expect(expired).toHaveLength(new Set(expired).size);
		expect(expired).toContain('reporter');
		expect(row).toMatchObject({ state: 'accepted', level: 'small' });
		expect(+row.stepDueAt!).toBeGreaterThanOrEqual(+hours(31 * 24));
	}
	const again = await sweepClocks(data);
	expect(again).toBe(0);
});

test('left alone at every level it ends supervised at the district', async () => {
	const number = await desk.reported();
	await desk.go(number, ['communityDesk', ACCEPT], ['communityDesk', toCompany()], ['company', { act: 'sign' }]);
	for (const days of [7.1, 11, 15]) {
		await data.travelTo(hours(days * 24));
		await sweepClocks(data);
	}
	const { row, entries } = await desk.look(number);
	expect(row).toMatchObject({ state: 'accepted', level: 'large', supervised: true });
	const ups = entries.filter((e) => e.fromLevel !== e.toLevel).map((e) => e.toLevel);
	expect(ups).toEqual(['small', 'large']);
});

test('whoever has the matter is warned at half and at four fifths of its clock', async () => {
	const number = await desk.reported();
	await desk.go(number, ['communityDesk', ACCEPT], ['communityDesk', toCompany()], ['company', { act: 'sign' }]);
	const warned = async () => {
		const rows = await data.sql`
			select n.created_at from notification n
			where n.kind = 'case-warned' and n.person_id = ${desk.people.company.personId} order by n.id`;
		return rows.length;
	};
	await data.travelTo(hours(3.4 * 24));
	await sweepClocks(data);
	expect(await warned()).toBe(0);
	await data.travelTo(hours(3.6 * 24));
	await sweepClocks(data);
	expect(await warned()).toBe(1);
	await data.travelTo(hours(5.7 * 24));
	await sweepClocks(data);
	expect(await warned()).toBe(2);
	expect((await desk.look(number)).row.state).toBe('handling');
});

test('a step taken in time leaves no clock behind that could fire', async () => {
	const number = await desk.reported();
	await desk.go(number, ['communityDesk', ACCEPT], ['communityDesk', toCompany()]);
	await desk.go(number, ['company', { act: 'sign' }], ['resident', { act: 'withdraw' }]);
	await data.travelTo(hours(60 * 24));
	expect(await sweepClocks(data)).toBe(0);
	expect((await desk.look(number)).row.state).toBe('withdrawn');
});

test('an overdue step stays to be seen as overdue', async () => {
	const number = await desk.reported();
	await data.travelTo(hours(4));
	await sweepClocks(data);
	const { row, entries } = await desk.look(number);
	expect(entries.at(-1)).toMatchObject({ command: 'expire', data: { clock: 'accept' } });
	expect(row.state).toBe('submitted');
	expect(+row.stepDueAt!).toBeLessThan(+hours(4));
});
