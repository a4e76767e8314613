import { numbered, readAgenda, type NumberedItem } from '#lib/domain/meetings/agenda-document.ts';
import { minutesJson, type MinutesNode } from '#lib/domain/meetings/minutes-document.ts';
import { withoutClosedImages } from '#lib/domain/meetings/minutes-image.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import type { SealedContent } from '#lib/domain/meetings/sealed-content.ts';
import { maskNode } from '#lib/domain/disclosure/masks.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { publishedFrom } from '../disclosure/index.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { loadMeeting } from './load-meeting.ts';

/**
 * Text of the minutes for reading: as sealed, else as it stands now; `whole` unless words are masked in it for the
 * public. Refusals: `form.not-found`, the policy's.
 */
export async function readMinutes(
	ctx: Context,
	id: string
): Promise<Result<{ minutes: MinutesNode; sealed: boolean; whole: boolean }>> {
	const loaded = await loadMeeting(ctx.database.db, id);
	if (!loaded?.row.minutesDocumentId) return refuse('form.not-found');
	const permitted = meetingPolicy(ctx.actor, 'read-minutes', loaded.facts);
	if (!permitted.ok) return permitted;
	const sealed = loaded.row.sealedContent as unknown as SealedContent | null;
	if (sealed) {
		const minutes = sealed.minutes as MinutesNode;
		// Those who were there or invited read what was sealed, everybody else what was published of it.
		if (meetingPolicy(ctx.actor, 'read-history', loaded.facts).ok) {
			return ok({ minutes, sealed: true, whole: true });
		}
		const published = await publishedFrom(ctx.database.db, ['meeting', id]);
		return published
			? ok({ minutes: maskNode(withoutClosedImages(minutes), published.decided), sealed: true, whole: false })
			: refuse('form.forbidden');
	}
	const document = await readDocument(ctx.database.db, loaded.row.minutesDocumentId);
	return ok({ minutes: minutesJson(document!.doc), sealed: false, whole: true });
}

/** The agenda as it is being built, numbered: what a reader without JavaScript sees of the shared document. */
export async function readLiveAgenda(ctx: Context, id: string): Promise<NumberedItem[]> {
	const loaded = await loadMeeting(ctx.database.db, id);
	if (!loaded?.row.agendaDocumentId || !meetingPolicy(ctx.actor, 'view', loaded.facts).ok) return [];
	const document = await readDocument(ctx.database.db, loaded.row.agendaDocumentId);
	return document ? numbered(readAgenda(document.doc)) : [];
}

/** The exact content under the sealed hash, for those who may read the minutes; attendees' names are in it, so it is for the community. */
export async function sealedContent(ctx: Context, id: string): Promise<Result<SealedContent>> {
	const loaded = await loadMeeting(ctx.database.db, id);
	if (!loaded?.row.sealedContent) return refuse('form.not-found');
	const permitted = meetingPolicy(ctx.actor, 'read-sealed', loaded.facts);
	if (!permitted.ok) return permitted;
	return ok(loaded.row.sealedContent as unknown as SealedContent);
}
