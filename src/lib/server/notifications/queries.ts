import type { Context } from '../platform/context.ts';

/** News as the person reads it. */
export interface Told {
	id: string;
	sentence: string;
	href: string;
	unread: boolean;
	at: Date;
}

interface Row {
	id: string;
	kind: string;
	params: Record<string, string | number>;
	href: string;
	unread: boolean;
	at: string;
	total: number;
}

/** What the person who asks has been told, the latest first: one page of `size`, and how many there are in all. */
export async function notificationsOf(
	{ database, actor }: Context,
	{ page = 1, size = 20 }: { page?: number; size?: number } = {}
): Promise<{ items: Told[]; total: number }> {
	if (!actor) return { items: [], total: 0 };
	const rows = await database.sql<Row[]>`
		select id, kind, params, href, read_at is null as unread, created_at as at, count(*) over ()::int as total
		from notification where person_id = ${actor.personId} order by id desc limit ${size} offset ${(page - 1) * size}`;
	// it brings all messages along: what only tells people things (seed, jobs) goes without
	const { notificationSentence } = await import('#lib/i18n/notification.ts');
	const items = rows.map(({ id, kind, params, href, unread, at }) => {
		return { id, sentence: notificationSentence(kind, params), href, unread, at: new Date(at) };
	});
	return { items, total: rows[0]?.total ?? 0 };
}
