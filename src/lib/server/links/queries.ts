import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { link } from '../db/schema/index.ts';

export type Link = typeof link.$inferSelect;

/** What came from this: newest last. */
export function linksFrom(db: Db, type: string, id: string): Promise<Link[]> {
	return db
		.select()
		.from(link)
		.where(and(eq(link.fromType, type), eq(link.fromId, id)))
		.orderBy(asc(link.id));
}

/** Where this came from. */
export function linksTo(db: Db, type: string, id: string): Promise<Link[]> {
	return db
		.select()
		.from(link)
		.where(and(eq(link.toType, type), eq(link.toId, id)))
		.orderBy(asc(link.id));
}
