import { inArray } from 'drizzle-orm';
import { compareMinutes, type ComparedBlock } from '#lib/domain/meetings/compare-minutes.ts';
import { minutesJson } from '#lib/domain/meetings/minutes-document.ts';
import { authorsOf } from '#lib/domain/meetings/minutes-history.ts';
import { meetingPolicy } from '#lib/domain/meetings/meetings.policy.ts';
import { isId } from '#lib/domain/shared/is-id.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Db } from '../db/client.ts';
import { person } from '../db/schema/index.ts';
import type { Context } from '../platform/context.ts';
import { listVersions, readLog, readVersion, replay } from '../platform/documents/index.ts';
import { loadMeeting } from './load-meeting.ts';

/** One paragraph and who wrote what share of it; name null: the portal itself, undefined: an account that is gone. */
export interface Authorship {
	id: string;
	text: string;
	authors: { name: string | null | undefined; percent: number }[];
}

/**
 * How the minutes came about: kept versions, who wrote which paragraph, and two states compared (`from` and `to` are ids
 * of versions; null: as they stand now). For those who were there or invited. Refusals: `form.not-found`,
 * `meetings.version-missing`, the policy's.
 */
export async function minutesHistory(ctx: Context, id: string, between?: { from: string | null; to: string | null }) {
	const { db } = ctx.database;
	const loaded = await loadMeeting(db, id);
	if (!loaded?.row.minutesDocumentId) return refuse('form.not-found');
	const { row, facts } = loaded;
	const permitted = meetingPolicy(ctx.actor, 'read-history', facts);
	if (!permitted.ok) return permitted;
	const documentId = row.minutesDocumentId!;
	const log = (await readLog(db, documentId))!;
	const doc = replay(log);
	let compared: ComparedBlock[] | null = null;
	if (between) {
		const state = async (version: string | null): Promise<Result<typeof doc>> => {
			if (version === null) return ok(doc);
			const found = isId(version) ? await readVersion(db, documentId, version) : undefined;
			return found ? ok(found.doc) : refuse('meetings.version-missing');
		};
		const [before, after] = [await state(between.from), await state(between.to)];
		if (!before.ok) return before;
		if (!after.ok) return after;
		compared = compareMinutes(minutesJson(before.value), minutesJson(after.value));
	}
	return ok({
		title: row.title,
		mayWrite: meetingPolicy(ctx.actor, 'write-minutes', facts).ok,
		versions: await listVersions(db, documentId),
		authors: await authorship(db, authorsOf(doc), log.owners),
		compared
	});
}

async function authorship(
	db: Db,
	blocks: ReturnType<typeof authorsOf>,
	owners: ReadonlyMap<number, string | null>
): Promise<Authorship[]> {
	const ids = [...new Set([...owners.values()].filter((owner) => owner !== null))];
	const people = ids.length
		? await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, ids))
		: [];
	const names = new Map(people.map(({ id, name }) => [id, name]));
	return blocks
		.filter(({ text }) => text.trim() !== '')
		.map(({ id, text, clients }) => {
			// one person may have written with several browsers
			const written = new Map<string | null, number>();
			for (const [client, count] of clients) {
				const owner = owners.get(client) ?? null;
				written.set(owner, (written.get(owner) ?? 0) + count);
			}
			const total = [...written.values()].reduce((sum, count) => sum + count, 0);
			const authors = [...written]
				.toSorted(([, a], [, b]) => b - a)
				.map(([owner, count]) => ({
					name: owner === null ? null : names.get(owner),
					percent: Math.max(1, Math.round((count * 100) / total))
				}));
			return { id, text, authors };
		});
}
