import { and, eq } from 'drizzle-orm';
import { minutesBlocks } from '#lib/domain/meetings/minutes-document.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CaseSource } from '../cases/index.ts';
import type { Db } from '../db/client.ts';
import { agendaItem } from '../db/schema/index.ts';
import type { Act } from '../platform/act.ts';
import type { Context } from '../platform/context.ts';
import { readDocument } from '../platform/documents/index.ts';
import { loadMeeting, type MeetingRow } from './load-meeting.ts';

/** The words of the paragraph or agenda item that somebody wants to raise. Refusals: `form.not-found`, the policy's. */
export async function matterToRaise(
	ctx: Context,
	meetingId: string,
	block: string,
	act: 'raise' | 'assign' = 'raise'
): Promise<Result<{ meeting: string; words: string }>> {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, meetingId);
	if (!loaded) return refuse('form.not-found');
	const permitted = meetingPolicy(ctx.actor, act, loaded.facts);
	if (!permitted.ok) return permitted;
	const place = await placeAt(db, loaded.row, block);
	return place ? ok({ meeting: loaded.row.title, words: place.words }) : refuse('form.not-found');
}

/** What is written there, and whether it is an item of the agenda; null where there is no such place. */
export async function placeAt(
	db: Db,
	{ id, minutesDocumentId }: Pick<MeetingRow, 'id' | 'minutesDocumentId'>,
	block: string
): Promise<{ words: string; fromItem: boolean } | null> {
	// the agenda first: ids of paragraphs are made by their editors
	if (isId(block)) {
		const [item] = await db
			.select({ title: agendaItem.title })
			.from(agendaItem)
			.where(and(eq(agendaItem.meetingId, id), eq(agendaItem.id, block)));
		if (item) return { words: item.title, fromItem: true };
	}
	const document = minutesDocumentId && (await readDocument(db, minutesDocumentId));
	const paragraph = document && minutesBlocks(document.doc).find((one) => one.id === block);
	return paragraph ? { words: paragraph.text, fromItem: false } : null;
}

/** A meeting as the place a case comes from; null where the actor may not raise one there. */
export async function meetingAsSource(a: Act, id: string, block: string | null): Promise<CaseSource | null> {
	const loaded = await loadMeeting(a.db, id);
	if (!loaded || !meetingPolicy(a.actor, 'raise', loaded.facts).ok) return null;
	if (block && !(await placeAt(a.db, loaded.row, block))) return null;
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
