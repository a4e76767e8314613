import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#lib/domain/shared/result.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { clock } from '#lib/server/db/schema/index.ts';
import { act } from '#lib/server/platform/act.ts';
import { sweepClocks } from '#lib/server/platform/clock-sweep.ts';
import { cancelClocks, onClock, setClock, type ClockHandler } from '#lib/server/platform/clocks.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase({ fresh: 'test' });
const START = Date.parse('2026-03-02T09:00:00+08:00');
const minutes = (n: number) => new Date(START + n * 60_000);

let fired: { subject: string; kind: string; dueAt: Date; now: Date }[] = [];
let handler: ClockHandler;
for (const kind of ['close', 'remind']) {
	onClock('thing', kind, async (a, due) => {
		fired.push({ subject: due.subjectId, kind: due.kind, dueAt: due.dueAt, now: a.now });
		await handler(a, due);
	});
}

beforeEach(async () => {
	fired = [];
	handler = async () => {};
	await data.travelTo(new Date(START));
});

const set = (subject: string, kind: string, at: Date) =>
	act(data.as(null), async (a) => {
		await setClock(a, ['thing', subject], kind, at);
		return ok();
	});
const rows = () => data.db.select().from(clock).orderBy(clock.dueAt);

test('nothing fires before it is due', async () => {
	await set(newId(), 'close', minutes(1));
	expect(await sweepClocks(data)).toBe(0);
	expect((await rows())[0]!.firedAt).toBeNull();
});

test('after a downtime of days everything fires once, in order of the moments due', async () => {
	const subjects = Array.from({ length: 30 }, () => newId());
	const shuffled = subjects.map((subject, i) => ({ subject, at: minutes((i * 7) % 30) }));
	for (const { subject, at } of shuffled) await set(subject, 'close', at);
	await data.travelTo(minutes(5 * 24 * 60));

	expect(await sweepClocks(data)).toBe(30);
	expect(await sweepClocks(data)).toBe(0);
	expect(fired.map((f) => f.dueAt)).toEqual(shuffled.map((s) => s.at).sort((a, b) => +a - +b));
	expect(new Set(fired.map((f) => f.subject)).size).toBe(30);
	for (const f of fired) expect(+f.now).toBeGreaterThanOrEqual(+minutes(5 * 24 * 60));
});

test('a handler may set the next clock, which catches up in the same sweep', async () => {
	handler = async (a, due) => {
		if (due.dueAt < minutes(3)) await setClock(a, ['thing', due.subjectId], 'close', new Date(+due.dueAt + 60_000));
	};
	await set(newId(), 'close', minutes(1));
	await data.travelTo(minutes(60));
	expect(await sweepClocks(data)).toBe(3);
	expect(fired.map((f) => f.dueAt)).toEqual([minutes(1), minutes(2), minutes(3)]);
});

test('a moved clock fires at its new moment only, a cancelled one never', async () => {
	const [moved, cancelled] = [newId(), newId()];
	await set(moved, 'close', minutes(1));
	await set(moved, 'close', minutes(10));
	await set(cancelled, 'close', minutes(1));
	await act(data.as(null), async (a) => {
		await cancelClocks(a, ['thing', cancelled]);
		return ok();
	});
	await data.travelTo(minutes(5));
	expect(await sweepClocks(data)).toBe(0);
	await data.travelTo(minutes(11));
	expect(await sweepClocks(data)).toBe(1);
	expect(fired).toHaveLength(1);
	expect(fired[0]).toMatchObject({ subject: moved, dueAt: minutes(10) });
});

describe('a handler that fails', () => {
	test('leaves nothing but its failure, and holds up only later clocks of its own subject', async () => {
		const [broken, whole] = [newId(), newId()];
		await set(broken, 'close', minutes(1));
		await set(broken, 'remind', minutes(2));
		await set(whole, 'close', minutes(3));
		handler = async (a, due) => {
			if (due.subjectId !== broken || due.kind !== 'close') return;
			await a.emit({ topic: 'thing', kind: 'half-done' });
			throw new Error('the roll is missing');
		};
		await data.travelTo(minutes(4));
		expect(await sweepClocks(data)).toBe(1);
		expect(fired.map((f) => [f.subject, f.kind])).toEqual([
			[broken, 'close'],
			[whole, 'close']
		]);
		expect(await data.sql`select from outbox`).toHaveLength(0);
		const [first] = await rows();
		expect(first).toMatchObject({ failures: 1, lastError: 'the roll is missing', firedAt: null });
		expect(+first!.retryAt!).toBeGreaterThan(+minutes(4));
	});

	test('is tried again, later each time, and order within the subject holds when it heals', async () => {
		const subject = newId();
		await set(subject, 'close', minutes(1));
		await set(subject, 'remind', minutes(2));
		handler = async (_, due) => {
			if (due.kind === 'close') throw new Error('still broken');
		};
		const waits: number[] = [];
		for (let at = 3; at < 33; at += 10) {
			await data.travelTo(minutes(at));
			await sweepClocks(data);
			const [row] = await data.db.select().from(clock).where(eq(clock.kind, 'close'));
			waits.push(Math.round((+row!.retryAt! - +minutes(at)) / 1000));
		}
		expect(waits).toEqual([2, 4, 8]);
		handler = async () => {};
		fired = [];
		await data.travelTo(minutes(60));
		expect(await sweepClocks(data)).toBe(2);
		expect(fired.map((f) => f.kind)).toEqual(['close', 'remind']);
	});

	test('a kind that nothing is registered for waits for a version that knows it', async () => {
		await set(newId(), 'unheard-of', minutes(1));
		await data.travelTo(minutes(2));
		expect(await sweepClocks(data)).toBe(0);
		expect((await rows())[0]).toMatchObject({ failures: 1, firedAt: null });
	});
});

test('an act that holds the subject and cancels its clock wins over the sweep, without a deadlock', async () => {
	const subject = newId();
	await data.sql`insert into setting (key, value) values ('subject', '1')`;
	await set(subject, 'close', minutes(1));
	await data.travelTo(minutes(2));
	let handlerWaits!: () => void;
	const reached = new Promise<void>((resolve) => (handlerWaits = resolve));
	handler = async (a) => {
		handlerWaits();
		await a.db.execute(`update setting set value = '2' where key = 'subject'`);
	};
	let sweep!: Promise<number>;
	const result = await act(data.as(null), async (a) => {
		await a.db.execute(`select from setting where key = 'subject' for update`);
		sweep = sweepClocks(data);
		await reached;
		await cancelClocks(a, ['thing', subject]);
		return ok();
	});
	expect(result.ok).toBe(true);
	expect(await sweep).toBe(0);
	await data.travelTo(minutes(10));
	expect(await sweepClocks(data)).toBe(0);
	expect((await rows())[0]).toMatchObject({ failures: 0, firedAt: null });
});

test('two processes sweeping at once fire each clock once, and one after another', async () => {
	for (let i = 0; i < 40; i++) await set(newId(), 'close', minutes(i));
	await data.travelTo(minutes(100));
	let under = 0;
	let most = 0;
	handler = async (a) => {
		most = Math.max(most, ++under);
		await a.db.execute('select 1');
		under--;
	};
	const other = openDatabase(data.url, { max: 2 });
	try {
		while (fired.length < 40) await Promise.all([sweepClocks(data), sweepClocks(other)]);
		expect(await sweepClocks(other)).toBe(0);
	} finally {
		await other.close();
	}
	expect(fired).toHaveLength(40);
	expect(most).toBe(1);
	expect(fired.map((f) => f.dueAt)).toEqual(fired.map((f) => f.dueAt).sort((a, b) => +a - +b));
});
