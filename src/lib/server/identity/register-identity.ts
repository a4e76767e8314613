import { sql } from 'drizzle-orm';
import { onRetention } from '../platform/retention.ts';
import { KEPT_HOURS } from './import-register.ts';

/** What identity puts into the platform's registries: an uploaded list that nobody imports is emptied after a day. */
export function registerIdentity(): void {
	onRetention('uploaded lists', async ({ db }, now) => {
		const before = new Date(now.getTime() - KEPT_HOURS * 3_600_000).toISOString();
		const emptied = await db.execute(sql`
			update register_import set content = null
			where content is not null and created_at < ${before}::timestamptz returning id`);
		return emptied.length;
	});
}
