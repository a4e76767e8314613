import { eq } from 'drizzle-orm';
import { imageHref, imagesIn, withoutClosedImages } from '#lib/domain/meetings/minutes-image.ts';
import type { MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { attachment } from '../db/schema/index.ts';
import { publishedFrom } from '../disclosure/index.ts';
import { act } from '../platform/act.ts';
import { attachImage, findAttachment, storedBytes, type AttachedImage } from '../platform/attachments/index.ts';
import type { Context } from '../platform/context.ts';
import { noteMeeting } from './change-meeting.ts';
import { loadMeeting, meetingFor } from './load-meeting.ts';

const SUBJECT = 'minutes';
const LIMITS = { mostBytes: 8 * 1024 * 1024, mostFiles: 40, mediaTypes: ['image/jpeg', 'image/png'] };

/**
 * Keeps a picture for the minutes, which name it by the id that is answered. Refusals: the policy's, `meetings.image-missing`,
 * those of attachments; JPEG and PNG only, for Word knows no other.
 */
export function addMinutesImage(
	ctx: Context,
	meetingId: string,
	file: File | undefined
): Promise<Result<AttachedImage>> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'write-minutes');
		if (!found.ok) return found;
		if (!file) return refuse('meetings.image-missing', { field: 'image' });
		const { row } = found.value;
		const kept = await attachImage(a, row.communityId, [SUBJECT, meetingId], file, LIMITS);
		if (!kept.ok) return refuse(kept.refusal.code, { ...kept.refusal, field: 'image' });
		await noteMeeting(a, row, 'add-image', { file: kept.value.id });
		return kept;
	});
}

/**
 * A picture of minutes, for those who were there or invited; for everybody else once the minutes that show it are disclosed
 * and whoever put it in has let it be public. What may not be seen looks the same as what does not exist.
 */
export async function readMinutesImage(ctx: Context, file: string) {
	const { db } = ctx.database;
	const kept = await findAttachment(db, SUBJECT, file);
	const loaded = kept && (await loadMeeting(db, kept.subjectId));
	if (!loaded) return refuse('form.not-found');
	if (!meetingPolicy(ctx.actor, 'read-history', loaded.facts).ok) {
		const sealed = loaded.row.sealedContent as unknown as SealedContent | null;
		const may =
			sealed &&
			meetingPolicy(ctx.actor, 'read-minutes', loaded.facts).ok &&
			imagesIn(withoutClosedImages(sealed.minutes as MinutesNode)).some((image) => image.file === file) &&
			(await publishedFrom(db, ['meeting', kept.subjectId]));
		if (!may) return refuse('form.not-found');
	}
	return ok({ mediaType: kept.mediaType, sha256: kept.sha256, bytes: await storedBytes(kept) });
}

/** Pictures of sealed minutes that are everybody's once they are disclosed, for those who may look at them before. */
export async function picturesToDisclose(ctx: Context, meetingId: string): Promise<{ href: string; alt: string }[]> {
	const loaded = await loadMeeting(ctx.database.db, meetingId);
	const sealed = loaded?.row.sealedContent as SealedContent | null | undefined;
	if (!loaded || !sealed || !meetingPolicy(ctx.actor, 'read-history', loaded.facts).ok) return [];
	const open = imagesIn(withoutClosedImages(sealed.minutes as MinutesNode));
	return open.map((image) => ({ href: imageHref(image), alt: image.alt }));
}

/** What the seal covers of the pictures in a text: the hash of their bytes. */
export async function imagesToSeal(db: Db, meetingId: string, minutes: MinutesNode): Promise<SealedContent['images']> {
	const used = new Set(imagesIn(minutes).map(({ file }) => file));
	if (used.size === 0) return undefined;
	const kept = await db
		.select({ file: attachment.id, type: attachment.subjectType, sha256: attachment.sha256 })
		.from(attachment)
		.where(eq(attachment.subjectId, meetingId))
		.orderBy(attachment.id);
	return kept
		.filter(({ type, file }) => type === SUBJECT && used.has(file))
		.map(({ file, sha256 }) => ({ file, sha256 }));
}

/** The bytes of the pictures that a text shows, for paper. The caller has cut the text to what the reader may see. */
export async function imagesForPaper(
	db: Db,
	meetingId: string,
	minutes: MinutesNode
): Promise<Map<string, Uint8Array>> {
	const images = new Map<string, Uint8Array>();
	for (const { file } of imagesIn(minutes)) {
		const kept = await findAttachment(db, SUBJECT, file);
		if (kept?.subjectId !== meetingId) continue;
		images.set(file, new Uint8Array(await new Response(await storedBytes(kept)).arrayBuffer()));
	}
	return images;
}
