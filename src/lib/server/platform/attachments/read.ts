import { and, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attachment } from '../../db/schema/index.ts';
import { readNow } from '../act.ts';
import type { Context } from '../context.ts';
import { readTicket } from '../secrets.ts';
import { storedBytes } from './open.ts';

export type MayRead = (ctx: Context, subjectId: string) => boolean | Promise<boolean>;

export interface ReadableAttachment {
	name: string;
	mediaType: string;
	sha256: string;
	size: number;
	bytes: ReadableStream<Uint8Array>;
}

const subjects = new Map<string, MayRead>();

/** Says who may read the files of a kind of subject, by the same policy as its page. Called once a process. */
export function onAttachmentOf(subjectType: string, mayRead: MayRead): void {
	subjects.set(subjectType, mayRead);
}

/**
 * The file behind a signed link. The link alone is not enough: the reader must be allowed to read what the file
 * belongs to, now. What may not be read looks the same as what does not exist.
 */
export async function readAttachment(ctx: Context, id: string, ticket: string): Promise<Result<ReadableAttachment>> {
	const { db } = ctx.database;
	if (!/^[0-9a-f-]{36}$/.test(id)) return refuse('form.not-found');
	const claims = readTicket('attachment', ticket, await readNow(db));
	if (claims?.id !== id) return refuse('attachments.link-expired');
	const [row] = await db
		.select()
		.from(attachment)
		.where(and(eq(attachment.id, id), isNull(attachment.removedAt)));
	const mayRead = row && subjects.get(row.subjectType);
	if (!mayRead || !(await mayRead(ctx, row.subjectId))) return refuse('form.not-found');
	const bytes = await storedBytes(row);
	return ok({ name: row.name, mediaType: row.mediaType, sha256: row.sha256, size: row.size, bytes });
}
