import type { Context } from '../platform/context.ts';

/** Marks one of the person's own notifications as read. Returns where it leads; undefined where it is not theirs. */
export async function openNotification({ database, actor }: Context, id: string): Promise<string | undefined> {
	if (!actor) return undefined;
	const [row] = await database.sql<{ href: string }[]>`
		update notification set read_at = coalesce(read_at, app_now())
		where id::text = ${id} and person_id = ${actor.personId} returning href`;
	return row?.href;
}

/** Marks everything the person has been told as read. */
export async function readAllNotifications({ database, actor }: Context): Promise<void> {
	if (!actor) return;
	await database.sql`update notification set read_at = app_now() where person_id = ${actor.personId} and read_at is null`;
}
