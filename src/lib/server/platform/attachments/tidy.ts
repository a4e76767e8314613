import { sql } from 'drizzle-orm';
import type { Database, Db } from '../../db/client.ts';
import type { AttachmentStore } from './store.ts';
import { theAttachmentStore } from './the-store.ts';

const DAYS_AFTER_REMOVAL = 30;
/** An act that stored a file may still be under way: its row is not there yet. */
const UNDER_WAY_MS = 3_600_000;

/** Removes stored bytes of files that were taken away 30 days ago, and of acts that rolled back. Answers how many. */
export async function tidyAttachments({ db }: Database, now: Date): Promise<number> {
	const store = theAttachmentStore();
	return (await removeTakenAway(db, store, now)) + (await removeRolledBack(db, store, now));
}

async function removeTakenAway(db: Db, store: AttachmentStore, now: Date): Promise<number> {
	const since = new Date(now.getTime() - DAYS_AFTER_REMOVAL * 86_400_000).toISOString();
	const rows = await db.execute<{ key: string }>(sql`
		select storage_key as key from attachment where storage_key <> ''
		group by storage_key having bool_and(removed_at is not null and removed_at < ${since}::timestamptz)`);
	await store.remove(rows.map(({ key }) => key));
	for (const { key } of rows) await db.execute(sql`update attachment set storage_key = '' where storage_key = ${key}`);
	return rows.length;
}

/** Looks through this month and the one before. */
async function removeRolledBack(db: Db, store: AttachmentStore, now: Date): Promise<number> {
	const settled = Date.now() - UNDER_WAY_MS;
	let removed = 0;
	for (const month of [monthOf(now, 0), monthOf(now, -1)]) {
		const keys = (await store.list(month)).filter(({ storedAt }) => storedAt.getTime() < settled).map(({ key }) => key);
		const orphans = await db.execute<{ key: string }>(sql`
			select k.key from json_array_elements_text(${JSON.stringify(keys)}::text::json) as k(key)
			where not exists (select from attachment a where a.storage_key = k.key)`);
		await store.remove(orphans.map(({ key }) => key));
		removed += orphans.length;
	}
	return removed;
}

function monthOf(now: Date, offset: number): string {
	const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
	return month.toISOString().slice(0, 7).replace('-', '/');
}
