import { eq } from 'drizzle-orm';
import type { DisclosureContent } from '#lib/domain/disclosure/content.ts';
import { disclosurePolicy } from '#lib/domain/disclosure/disclosure.policy.ts';
import type { Db } from '../db/client.ts';
import { area, disclosure } from '../db/schema/index.ts';
import { attachmentsOf } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { loadDisclosure, type DisclosureRow } from './load-disclosure.ts';

/** What the public hash of this version covers, as everybody can fetch it. `row` says when it was published. */
export async function contentOf(db: Db, row: DisclosureRow): Promise<DisclosureContent> {
	const [community] = await db.select({ code: area.code }).from(area).where(eq(area.id, row.communityId));
	const before = row.supersedesId
		? await db.select({ hash: disclosure.contentHash }).from(disclosure).where(eq(disclosure.id, row.supersedesId))
		: [];
	const files = (await attachmentsOf(db, 'disclosure', [row.id], row.publishedAt!)).get(row.id) ?? [];
	return {
		format: 'gongjian-disclosure-1',
		id: row.id,
		community: community!.code,
		publisher: row.organisationId,
		kind: row.kind,
		catalogueCode: row.catalogueCode,
		period: row.period,
		version: row.version,
		corrects: before[0]?.hash ?? null,
		title: row.title,
		body: row.body,
		table: row.table,
		attachments: files.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
		publishedAt: row.publishedAt!.toISOString()
	};
}

/** The content under the public hash, of what everybody may read; undefined for drafts and what is withdrawn. */
export async function publicContent(
	{ database }: Context,
	communityId: string,
	id: string
): Promise<DisclosureContent | undefined> {
	const loaded = await loadDisclosure(database.db, id);
	if (loaded?.row.communityId !== communityId || !disclosurePolicy(null, 'read', loaded.facts).ok) return undefined;
	return contentOf(database.db, loaded.row);
}
