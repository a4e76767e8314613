import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { isOpen } from '#lib/domain/cases/case.ts';
import { STEP_CLOCK } from '#lib/domain/cases/clocks.ts';
import { caseCategory } from '#lib/server/db/schema/index.ts';
import { playCases } from '#lib/server/db/seed/history/cases/index.ts';
import { Calendar } from '#lib/server/db/seed/calendar.ts';
import { GROUNDWORK, seedDemo } from '#lib/server/db/seed/index.ts';
import { emptyWorld, type World } from '#lib/server/db/seed/world.ts';
import { loadCase } from '#lib/server/cases/load-case.ts';
import { useDatabase } from '../../support/database.ts';

const NOW = new Date('2026-11-24T03:20:00Z');
const database = useDatabase();
process.env.ATTACHMENTS_DIR = mkdtempSync(join(tmpdir(), 'demo-files-'));

describe('the demo’s cases', { timeout: 240_000 }, () => {
	beforeAll(async () => {
		await seedDemo({ database, now: NOW });
	}, 240_000);

	test('read back as the rules know them: history without a gap, the right clock running', async () => {
		const numbers = await database.sql<{ number: string; state: string }[]>`
			select number, state from grid_case where state <> 'closed' union all
			(select number, state from grid_case where state = 'closed' order by number limit 30)`;
		for (const { number } of numbers) {
			const { row, facts, entries } = (await loadCase(database.db, { number }))!;
			expect(
				entries.map(({ seq }) => seq),
				number
			).toEqual(entries.map((_, i) => i));
			expect(entries.at(-1)!.toState, number).toBe(row.state);
			expect(entries.at(-1)!.toLevel, number).toBe(row.level);
			expect(row.revision, number).toBe(entries.length);
			if (!isOpen(row.state)) expect(facts.clocks, number).toEqual([]);
			const step = facts.clocks.find(({ kind }) => kind === STEP_CLOCK[row.state]);
			if (step) expect(row.stepDueAt, number).toEqual(step.dueAt);
			else expect(isOpen(row.state) && !row.supervised && row.state !== 'merged', number).toBe(false);
		}
	});

	test('have nothing that should have happened before the seeding and did not', async () => {
		const [row] = await database.sql`
			select count(*)::int as n from clock
			where fired_at is null and cancelled_at is null and due_at <= ${new Calendar(NOW).justNow().toISOString()}`;
		expect(row!.n).toBe(0);
	});

	test('stand in the middle of their lives: one to be signed for, one near its deadline, one being checked', async () => {
		const rows =
			await database.sql`select title, state, level, step_due_at from grid_case where state in ('dispatched', 'verifying')
			or (state = 'handling' and level = 'small')`;
		expect(rows.map(({ state }) => state).sort()).toEqual(['dispatched', 'handling', 'verifying']);
		const handling = rows.find(({ state }) => state === 'handling')!;
		expect(handling.title).toBe('3号楼西侧消防通道被占');
		const hours = (Date.parse(handling.step_due_at) - NOW.getTime()) / 3_600_000;
		expect(hours).toBeGreaterThan(4);
		expect(hours).toBeLessThan(48);
	});

	test('are numbered in the order of their reports, and the next one goes on from there', async () => {
		const rows = await database.sql<{ number: string; at: string }[]>`
			select number, submitted_at as at from grid_case where number like 'FLY-%' order by number`;
		const times = rows.map(({ at }) => Date.parse(at));
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		const [last] = rows.slice(-1);
		const [counter] = await database.sql`select value from counter where scope = 'case-number:FLY-2026'`;
		expect(Number(counter!.value)).toBe(Number(last!.number.slice(-4)));
	});

	test('say of every entry in the audit who did it', async () => {
		const [row] = await database.sql`
			select count(*)::int as n from case_entry e where not exists (
				select from audit_entry a where a.subject_id = e.case_id::text and a.act = 'cases.' || e.command
					and a.at = e.at and a.actor_id is not distinct from e.actor_id)`;
		expect(row!.n).toBe(0);
	});

	test('could be told on any day and at any hour', async () => {
		const categories = await database.db.select().from(caseCategory);
		const world = await groundwork();
		for (let day = 0; day < 366; day += 47) {
			const calendar = new Calendar(new Date(NOW.getTime() + day * 86_400_000 + (day % 24) * 3_600_000));
			expect(() => playCases({ ...world, calendar }, categories), `${day} days later`).not.toThrow();
		}
	});
});

/** The world before its past, from a transaction that is rolled back. */
async function groundwork(): Promise<World> {
	const other = openDatabase(database.url, { max: 1 });
	let world: World | undefined;
	await other.db
		.transaction(async (tx) => {
			await tx.execute('truncate area cascade');
			await tx.execute('truncate person cascade');
			world = emptyWorld(tx, NOW);
			for (const [, step] of GROUNDWORK) await step(world);
			tx.rollback();
		})
		.catch(() => {});
	await other.close();
	return world!;
}
