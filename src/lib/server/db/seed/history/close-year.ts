import { sql } from 'drizzle-orm';
import type { World } from '../world.ts';

/** Days for which whoever was told still has it among their notifications. */
export const REMEMBERED = 21;

/** What only those who were there at the time had of it: live news is gone, old notifications are read or cleared. */
export async function closeYear({ db, calendar }: World): Promise<void> {
	await db.execute(sql`delete from outbox`);
	await db.execute(sql`delete from notification where created_at < ${calendar.at(-REMEMBERED).toISOString()}`);
	await db.execute(sql`
		update notification set read_at = created_at + interval '3 hours'
		where read_at is null and created_at < ${calendar.at(-2).toISOString()}`);
}
