import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { MENTION_RESTS_MS, peopleMentioned } from '#lib/domain/meetings/people-mentioned.ts';
import type { Database, Db } from '../db/client.ts';
import { meeting, mention } from '../db/schema/index.ts';
import { notify } from '../notifications/index.ts';
import { begin, type Act } from '../platform/act.ts';
import { readLog, replay, type DocumentLog } from '../platform/documents/index.ts';
import { newId } from '../platform/ids.ts';
import { startLoop } from '../platform/loop.ts';
import { wakeRelay } from '../platform/outbox.ts';
import { onShutdown } from '../platform/shutdown.ts';
import { loadMeeting, type LoadedMeeting } from './load-meeting.ts';
import { peopleAround } from './mentionable.ts';

/** Looks for mentions every ten seconds for as long as the process lives. Any number of processes may do so. */
export function startMentions(database: Database): void {
	const loop = startLoop('mentions', 10_000, () => sweepMentions(database));
	onShutdown('mentions', () => loop.stop());
}

/**
 * Tells people that minutes mention them. What counts is the document as it is kept: a mention is noted when it is first
 * seen there and told once it still stands a minute later, once a person and paragraph. Nobody is told of their own.
 * Answers how many were told.
 */
export async function sweepMentions(database: Database): Promise<number> {
	let told = 0;
	for (const id of await toLookAt(database.db)) {
		told += await database.db.transaction(async (tx) => {
			const [free] = await tx.execute(sql`select id from meeting where id = ${id} for update skip locked`);
			const loaded = free && (await loadMeeting(tx, id));
			if (!loaded) return 0;
			// beside the transaction: a log is read in a snapshot of its own
			const log = (await readLog(database.db, loaded.row.minutesDocumentId!))!;
			return lookThrough(await begin(tx, null), loaded, log);
		});
	}
	if (told) wakeRelay();
	return told;
}

/** Meetings whose minutes have been written in since, or in which a mention has stood long enough. What was sealed long ago is left. */
async function toLookAt(db: Db): Promise<string[]> {
	const rows = await db.execute<{ id: string }>(sql`
		select m.id from meeting m join document d on d.id = m.minutes_document_id
		where (d.head > m.mentions_seq and (m.sealed_at is null or m.sealed_at > app_now() - interval '1 day'))
			or m.id in (select n.meeting_id from mention n
				where n.told_at is null and n.seen_at <= app_now() - ${MENTION_RESTS_MS} * interval '1 millisecond')`);
	return rows.map(({ id }) => id);
}

async function lookThrough(a: Act, loaded: LoadedMeeting, log: DocumentLog): Promise<number> {
	const { row, facts } = loaded;
	const people = new Set((await peopleAround(a.db, row.id, facts)).map(({ id }) => id));
	const standing = peopleMentioned(replay(log)).filter(
		({ personId, client }) => people.has(personId) && log.owners.get(client) !== personId
	);
	const now = { meetingId: row.id, seenAt: a.now };
	if (standing.length) {
		await a.db
			.insert(mention)
			.values(standing.map(({ personId, block }) => ({ id: newId(), ...now, personId, block })))
			.onConflictDoNothing({ target: [mention.meetingId, mention.block, mention.personId] });
	}
	await a.db.update(meeting).set({ mentionsSeq: log.head }).where(eq(meeting.id, row.id));
	const untold = and(eq(mention.meetingId, row.id), isNull(mention.toldAt));
	const stands = new Set(standing.map(({ block, personId }) => `${block} ${personId}`));
	for (const one of await a.db.select().from(mention).where(untold)) {
		if (!stands.has(`${one.block} ${one.personId}`)) await a.db.delete(mention).where(eq(mention.id, one.id));
	}
	const rested = new Date(a.now.getTime() - MENTION_RESTS_MS);
	const due = await a.db
		.update(mention)
		.set({ toldAt: a.now })
		.where(and(untold, lte(mention.seenAt, rested)))
		.returning();
	for (const { personId, block } of due) await tellOfMention(a, loaded, [personId], `b-${block}`);
	return due.length;
}

/** Who is mentioned hears of it, with the way to the place in the minutes. */
export async function tellOfMention(
	a: Act,
	{ row, facts }: LoadedMeeting,
	personIds: readonly string[],
	place: string
): Promise<void> {
	await notify(a, {
		...{ personIds, areaId: row.communityId, kind: 'meetings.mentioned' },
		...{ subject: ['meeting', row.id] as [string, string], params: { title: row.title } },
		href: `/c/${facts.communityCode}/meetings/${row.id}/minutes#${place}`
	});
}
