import { and, eq } from 'drizzle-orm';
import { minutesBlocks } from '#lib/domain/meetings/minutes-document.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CaseSource } from '../cases/index.ts';
import type { Db } from '../db/client.ts';
import { agendaItem } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { loadMeeting } from './load-meeting.ts';

/** The words of the paragraph or agenda item that somebody wants to raise. Refusals: `form.not-found`, the policy's. */
export async function matterToRaise(
	ctx: Context,
	meetingId: string,
	block: string
): Promise<Result<{ meeting: string; words: string }>> {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, meetingId);
	if (!loaded) return refuse('form.not-found');
	const permitted = meetingPolicy(ctx.actor, 'raise', loaded.facts);
	if (!permitted.ok) return permitted;
	const words = await wordsAt(db, meetingId, loaded.row.minutesDocumentId, block);
	return words === null ? refuse('form.not-found') : ok({ meeting: loaded.row.title, words });
}

async function wordsAt(db: Db, meetingId: string, documentId: string | null, block: string): Promise<string | null> {
	const document = documentId && (await readDocument(db, documentId));
	const paragraph = document && minutesBlocks(document.doc).find((one) => one.id === block);
	if (paragraph) return paragraph.text;
	if (!/^[0-9a-f-]{36}$/.test(block)) return null;
	const [item] = await db
		.select({ title: agendaItem.title })
		.from(agendaItem)
		.where(and(eq(agendaItem.meetingId, meetingId), eq(agendaItem.id, block)));
	return item?.title ?? null;
}

/** A meeting as the place a case comes from; null where the actor may not raise one there. */
export async function meetingAsSource(a: Act, id: string, block: string | null): Promise<CaseSource | null> {
	const loaded = await loadMeeting(a.db, id);
	if (!loaded || !meetingPolicy(a.actor, 'raise', loaded.facts).ok) return null;
	if (block && (await wordsAt(a.db, id, loaded.row.minutesDocumentId, block)) === null) return null;
	const { facts, row } = loaded;
	const parties = [facts.convenerOrganisationId, ...facts.partyIds];
	const speaksFor = a.actor!.memberships.find((m) => parties.includes(m.organisationId));
	return {
		communityId: row.communityId,
		communityCode: facts.communityCode,
		public: facts.public,
		organisationId: speaksFor?.organisationId ?? null
	};
}
