import { eq, sql } from 'drizzle-orm';
import type { Database, Db } from '../db/client.ts';
import { clock } from '../db/schema/index.ts';
import { begin, readNow } from './act.ts';
import { clockHandler, type DueClock } from './clocks.ts';
import { describeError, log } from './log.ts';
import { startLoop, type Loop } from './loop.ts';
import { wakeRelay } from './outbox.ts';

const LOCK = 8_154_010;
const LONGEST_WAIT_S = 600;
/** lock_not_available, deadlock_detected, serialization_failure. */
const BUSY = new Set(['55P03', '40P01', '40001']);

/** Sweeps every second for as long as the process lives. Any number of processes may do so. */
export const startClockSweep = (database: Database): Loop => startLoop('clocks', 1_000, () => sweepClocks(database));

/**
 * Fires every clock that is due, in order of `due_at`, each once and in a transaction of its own, until none is left
 * or another process is at it. Answers how many fired.
 */
export async function sweepClocks(database: Database): Promise<number> {
	let fired = 0;
	for (;;) {
		const outcome = await database.db.transaction(async (tx) => {
			// held until the commit, so that clocks fire one after another whichever process does it
			const [lock] = await tx.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) as taken`);
			return lock!.taken ? fireNextClock(tx) : 'none';
		});
		if (outcome === 'none') break;
		if (outcome === 'fired') fired++;
	}
	if (fired) wakeRelay();
	return fired;
}

/** Fires the clock that is due first, within the given transaction; a handler that fails leaves only its failure. */
export async function fireNextClock(tx: Db): Promise<'fired' | 'failed' | 'none'> {
	const due = await findNext(tx);
	if (!due) return 'none';
	try {
		await tx.transaction(async (attempt) => {
			// An act that holds the subject may be waiting for this very clock. Give way before PostgreSQL would see a
			// deadlock (1 s) and break the act instead.
			await attempt.execute(sql`set local lock_timeout = '500ms'`);
			const handler = clockHandler(due.subjectType, due.kind);
			if (!handler) throw new Error(`nothing is registered for ${due.subjectType}/${due.kind}`);
			// first, so that the handler can set the next clock of the same kind
			await attempt
				.update(clock)
				.set({ firedAt: await readNow(attempt) })
				.where(eq(clock.id, due.id));
			await handler(await begin(attempt, null), due);
		});
		return 'fired';
	} catch (error) {
		await putOff(tx, due, error);
		return 'failed';
	}
}

/** The first due clock, leaving out a subject whose earlier clock waits for its next attempt: order within it holds. */
async function findNext(tx: Db): Promise<DueClock | undefined> {
	const [row] = await tx.execute<Record<string, unknown>>(sql`
		select id, subject_type, subject_id, kind, due_at, data from clock c
		where fired_at is null and cancelled_at is null and due_at <= app_now()
			and not exists (
				select from clock e
				where e.fired_at is null and e.cancelled_at is null and e.retry_at > app_now()
					and e.subject_type = c.subject_type and e.subject_id = c.subject_id and (e.due_at, e.id) <= (c.due_at, c.id)
			)
		order by due_at, id
		limit 1
		for update of c`);
	if (!row) return undefined;
	return {
		id: row.id as string,
		subjectType: row.subject_type as string,
		subjectId: row.subject_id as string,
		kind: row.kind as string,
		dueAt: new Date(row.due_at as string),
		data: row.data as Record<string, unknown>
	};
}

/** Waits 2, 4, 8 … seconds, at most ten minutes, before the next attempt. A busy subject is no failure: a second. */
async function putOff(tx: Db, due: DueClock, error: unknown): Promise<void> {
	const said = describeError(error);
	if (BUSY.has(String(said.code))) {
		await tx.execute(sql`update clock set retry_at = app_now() + interval '1 second' where id = ${due.id}`);
		return;
	}
	await tx.execute(sql`
		update clock set failures = failures + 1, last_error = ${String(said.message).slice(0, 500)},
			retry_at = app_now() + least(2 ^ least(failures + 1, 30), ${LONGEST_WAIT_S}) * interval '1 second'
		where id = ${due.id}`);
	log.error({ err: error, clock: due.id, kind: `${due.subjectType}/${due.kind}`, dueAt: due.dueAt }, 'a clock failed');
}
