import { restoreMinutes } from '#lib/domain/meetings/minutes-history.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { countVersions, editDocument, keepVersion, readVersion } from '../platform/documents/index.ts';
import { noteMeeting } from './change-meeting.ts';
import { meetingFor } from './load-meeting.ts';

/** Each is a whole copy. Those that are kept by themselves count, too, but are never refused. */
const MOST_VERSIONS = 100;

/** Whoever writes the minutes gives a name to how they stand now. Refusals: `meetings.too-many-versions`, the policy's. */
export async function nameVersion(ctx: Context, meetingId: string, name: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'write-minutes');
		if (!found.ok) return found;
		const { row } = found.value;
		if ((await countVersions(a.db, row.minutesDocumentId!)) >= MOST_VERSIONS) {
			return refuse('meetings.too-many-versions', { params: { most: MOST_VERSIONS } });
		}
		const version = await keepVersion(a, row.minutesDocumentId!, { name, cause: 'named' });
		await noteMeeting(a, row, 'name-version', { version });
		return ok();
	});
}

/**
 * Makes the minutes say again what a kept version says, by new edits that others see at once; how they stood before is
 * kept as a version first. Refusals: `meetings.version-missing`, the policy's.
 */
export async function restoreVersion(ctx: Context, meetingId: string, versionId: string): Promise<Result> {
	return act(ctx, async (a) => {
		const found = await meetingFor(a.db, a.actor, meetingId, 'write-minutes');
		if (!found.ok) return found;
		const { row } = found.value;
		const documentId = row.minutesDocumentId!;
		const version = isId(versionId) ? await readVersion(a.db, documentId, versionId) : undefined;
		if (!version) return refuse('meetings.version-missing');
		await keepVersion(a, documentId, { name: version.name, cause: 'restore' });
		await editDocument(a, documentId, (doc) => restoreMinutes(doc, version.doc));
		await noteMeeting(a, row, 'restore-version', { version: versionId });
		return ok();
	});
}
