import { and, desc, eq } from 'drizzle-orm';
import { disclosure, organisation } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';

/** What is published in a community, the latest first. Everybody may read it. */
export function listDisclosures({ database }: Context, communityId: string, most = 100) {
	return database.db
		.select({
			id: disclosure.id,
			title: disclosure.title,
			body: disclosure.body,
			publisher: organisation.name,
			publishedAt: disclosure.publishedAt
		})
		.from(disclosure)
		.innerJoin(organisation, eq(organisation.id, disclosure.organisationId))
		.where(and(eq(disclosure.communityId, communityId), eq(disclosure.state, 'published')))
		.orderBy(desc(disclosure.publishedAt))
		.limit(most);
}
