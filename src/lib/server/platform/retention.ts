import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { readNow } from './act.ts';
import { tidyAttachments } from './attachments/tidy.ts';
import { onJob } from './jobs.ts';
import { log } from './log.ts';

/** Removes what its retention period has ended for; answers how many. `now` is on the one clock. */
export type Retention = (database: Database, now: Date) => Promise<number>;

const retentions = new Map<string, Retention>();

/** Adds what an area keeps for a limited time. Run every night at half past three, each by itself. */
export function onRetention(name: string, run: Retention): void {
	retentions.set(name, run);
}

export async function runRetention(database: Database): Promise<Record<string, number>> {
	const now = await readNow(database.db);
	const removed: Record<string, number> = {};
	for (const [name, run] of retentions) removed[name] = await run(database, now);
	log.info({ removed }, 'what had been kept long enough was removed');
	return removed;
}

const deleting =
	(statement: (before: (days: number) => SQL) => SQL): Retention =>
	async ({ db }, now) => {
		const before = (days: number) => sql`${new Date(now.getTime() - days * 86_400_000).toISOString()}::timestamptz`;
		const [row] = await db.execute<{ n: number }>(
			sql`with gone as (${statement(before)} returning 1) select count(*)::int as n from gone`
		);
		return row!.n;
	};

/** What the platform itself keeps, and for how long. */
export function registerRetention(): void {
	onJob('retention', async (database) => void (await runRetention(database)), { cron: '30 3 * * *' });
	onRetention(
		'sessions',
		deleting((before) => sql`delete from session where expires_at < ${before(0)}`)
	);
	onRetention(
		'one-time codes',
		deleting((before) => sql`delete from one_time_code where least(expires_at, used_at, revoked_at) < ${before(30)}`)
	);
	onRetention(
		'failures counted',
		deleting(
			(before) =>
				sql`delete from rate_limit where window_start < ${before(1)} and coalesce(locked_until, window_start) < ${before(0)}`
		)
	);
	// pages older than that read everything again
	onRetention(
		'live news',
		deleting((before) => sql`delete from outbox where position is not null and created_at < ${before(30)}`)
	);
	onRetention(
		'read notifications',
		deleting((before) => sql`delete from notification where read_at < ${before(365)}`)
	);
	onRetention('files without a row', tidyAttachments);
}
