import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attachment } from '../../db/schema/index.ts';
import type { Act } from '../act.ts';
import { newId } from '../ids.ts';
import { inspectFile } from './kinds.ts';
import { safeName } from './names.ts';
import { theAttachmentStore } from './the-store.ts';

export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_FILES = 20;

type Subject = [type: string, id: string];

/**
 * Keeps an uploaded file with the subject, within the act that has already asked its policy. Refuses what is empty,
 * over 20 MB, of a type not taken, broken or a picture of more than 50 million pixels; the twenty-first file too.
 * Should the act roll back, the bytes stay behind without a row and the nightly tidying removes them.
 */
export async function attachFile(act: Act, areaId: string, subject: Subject, file: File): Promise<Result<string>> {
	if (!file.size) return refuse('attachments.empty');
	if (file.size > MOST_BYTES)
		return refuse('attachments.too-large', { params: { megabytes: MOST_BYTES / 1024 / 1024 } });
	const there = await act.db.$count(attachment, ofSubject(subject));
	if (there >= MOST_FILES) return refuse('attachments.too-many', { params: { most: MOST_FILES } });
	const inspected = await inspectFile(Buffer.from(await file.arrayBuffer()), file.name);
	if (!inspected.ok) return inspected;
	const { bytes, mediaType, extension } = inspected.value;

	const id = newId();
	const storageKey = `${act.now.toISOString().slice(0, 7).replace('-', '/')}/${randomUUID()}`;
	await theAttachmentStore().put(storageKey, bytes, mediaType);
	await act.db.insert(attachment).values({
		id,
		areaId,
		subjectType: subject[0],
		subjectId: subject[1],
		name: safeName(file.name, extension),
		mediaType,
		size: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		storageKey,
		uploadedBy: act.actor?.personId ?? null,
		createdAt: act.now
	});
	return ok(id);
}

/** Takes a file away from the subject. The bytes go with the nightly tidying, once no other row names them. */
export async function removeAttachment(act: Act, subject: Subject, id: string): Promise<Result> {
	const removed = await act.db
		.update(attachment)
		.set({ removedAt: act.now })
		.where(and(eq(attachment.id, id), ofSubject(subject)))
		.returning({ id: attachment.id });
	return removed.length ? ok() : refuse('form.not-found');
}

/** Gives a subject the files of another (a new version those of the old one), sharing the stored bytes. */
export async function copyAttachments(act: Act, from: Subject, to: Subject): Promise<void> {
	const rows = await act.db.select().from(attachment).where(ofSubject(from)).orderBy(asc(attachment.id));
	if (!rows.length) return;
	await act.db
		.insert(attachment)
		.values(rows.map((row) => ({ ...row, id: newId(), subjectType: to[0], subjectId: to[1], createdAt: act.now })));
}

const ofSubject = ([type, id]: Subject) =>
	and(eq(attachment.subjectType, type), eq(attachment.subjectId, id), isNull(attachment.removedAt));
