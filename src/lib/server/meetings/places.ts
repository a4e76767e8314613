import { and, eq } from 'drizzle-orm';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import type { Actor } from '#lib/domain/shared/actor.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import type { Db } from '../db/client.ts';
import { agendaItem } from '../db/schema/index.ts';
import type { Origin, Place, PlaceRef } from '../links/index.ts';
import { loadMeeting } from './load-meeting.ts';
import { placeAt } from './matter-to-raise.ts';

/** The words of an item, or of a paragraph for those who read the minutes unmasked. */
export async function findMeetingPlace(db: Db, actor: Actor, { id, block }: PlaceRef): Promise<Place | null> {
	const loaded = await loadMeeting(db, id);
	if (!loaded || !meetingPolicy(actor, 'view', loaded.facts).ok) return null;
	const place = await placeAt(db, loaded.row, block);
	const readable = place && (place.fromItem || meetingPolicy(actor, 'read-history', loaded.facts).ok);
	return readable ? { communityId: loaded.row.communityId, words: place.words } : null;
}

/** The meeting's title and the way there; without reading the minutes, which pages that many open would pay for. */
export async function describeMeetingPlace(
	db: Db,
	actor: Actor,
	id: string,
	block: string | null
): Promise<Origin | null> {
	const loaded = await loadMeeting(db, id);
	if (!loaded || !meetingPolicy(actor, 'view', loaded.facts).ok) return null;
	const { row, facts } = loaded;
	const page = `/c/${facts.communityCode}/meetings/${id}`;
	if (block === null) return { name: row.title, href: page, part: null };
	if (await isItem(db, id, block)) return { name: row.title, href: `${page}#item-${block}`, part: 'item' };
	const readable = meetingPolicy(actor, 'read-minutes', facts).ok;
	const href = readable ? `${page}/minutes#b-${encodeURIComponent(block)}` : page;
	return { name: row.title, href, part: 'paragraph' };
}

async function isItem(db: Db, meetingId: string, block: string): Promise<boolean> {
	if (!isId(block)) return false;
	const rows = await db
		.select({ id: agendaItem.id })
		.from(agendaItem)
		.where(and(eq(agendaItem.meetingId, meetingId), eq(agendaItem.id, block)));
	return rows.length > 0;
}
