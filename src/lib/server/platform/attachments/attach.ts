import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { attachment } from '../../db/schema/index.ts';
import type { Act } from '../act.ts';
import { newId } from '../ids.ts';
import { inspectFile, type Inspected } from './kinds.ts';
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
	const kept = await attach(act, areaId, subject, file, { mostBytes: MOST_BYTES, mostFiles: MOST_FILES });
	return kept.ok ? ok(kept.value.id) : kept;
}

/** A picture that was kept, and its size in pixels. */
export interface AttachedImage {
	id: string;
	width: number;
	height: number;
}

/** Keeps an uploaded picture likewise; refuses what is none of `mediaTypes` by its bytes, and more than the limits. */
export async function attachImage(
	act: Act,
	areaId: string,
	subject: Subject,
	file: File,
	limits: Limits & { mediaTypes: readonly string[] }
): Promise<Result<AttachedImage>> {
	const kept = await attach(act, areaId, subject, file, limits);
	return kept.ok ? ok({ id: kept.value.id, ...kept.value.size! }) : kept;
}

interface Limits {
	mostBytes: number;
	mostFiles: number;
	mediaTypes?: readonly string[];
}

async function attach(
	act: Act,
	areaId: string,
	subject: Subject,
	file: File,
	{ mostBytes, mostFiles, mediaTypes }: Limits
): Promise<Result<{ id: string; size: Inspected['size'] }>> {
	if (!file.size) return refuse('attachments.empty');
	if (file.size > mostBytes) return refuse('attachments.too-large', { params: { megabytes: mostBytes / 1024 / 1024 } });
	const there = await act.db.$count(attachment, ofSubject(subject));
	if (there >= mostFiles) return refuse('attachments.too-many', { params: { most: mostFiles } });
	const inspected = await inspectFile(Buffer.from(await file.arrayBuffer()), file.name);
	if (!inspected.ok) return inspected;
	const { bytes, mediaType, extension, size } = inspected.value;
	if (mediaTypes && !mediaTypes.includes(mediaType)) return refuse('attachments.type-refused');

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
	return ok({ id, size });
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
