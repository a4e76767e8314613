import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { attachment } from '../../db/schema/index.ts';
import { theAttachmentStore } from './the-store.ts';

export type KeptAttachment = typeof attachment.$inferSelect;

/** A file of this kind of subject, for an area that asks its own policy; undefined where there is none. */
export async function findAttachment(db: Db, subjectType: string, id: string): Promise<KeptAttachment | undefined> {
	if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
	const [row] = await db
		.select()
		.from(attachment)
		.where(and(eq(attachment.id, id), eq(attachment.subjectType, subjectType), isNull(attachment.removedAt)));
	return row;
}

export async function storedBytes({ id, storageKey }: KeptAttachment): Promise<ReadableStream<Uint8Array>> {
	const bytes = await theAttachmentStore().get(storageKey);
	if (!bytes) throw new Error(`the bytes of attachment ${id} are missing from the store`);
	return bytes;
}
