import { and, inArray } from 'drizzle-orm';
import * as Y from 'yjs';
import {
	agendaTree,
	numbered,
	readEntries,
	type AgendaEntry,
	type NumberedItem
} from '#lib/domain/meetings/agenda-document.ts';
import type { Db } from '../db/client.ts';
import { membership } from '../db/schema/index.ts';
import { readLog, type DocumentLog } from '../platform/documents/index.ts';
import { newId } from '../platform/ids.ts';

type Writer = string | null;

/** An item with an id of ours; `entryId` is the one it had in the document. */
export type FrozenItem = NumberedItem & { entryId: string };

/** An item as it last stood, and who first wrote it and who took it back. */
interface Seen {
	entry: AgendaEntry;
	writer: Writer;
	withdrawer: Writer | undefined;
}

/**
 * The agenda as it is frozen: every item that was ever in the document and has a title. One that was deleted instead of
 * withdrawn comes back as it last stood, so that nobody removes another party's item unseen. Ids are ours, and who
 * brought an item in or took it back follows from who wrote it in the log: what a client says of that is believed only
 * where the writer is of that party.
 */
export async function agendaToFreeze(db: Db, documentId: string, partyIds: string[]): Promise<FrozenItem[]> {
	const log = await readLog(db, documentId);
	if (!log) throw new Error(`There is no document ${documentId}`);
	const seen = itemsEver(log);
	const parties = await partiesOf(db, [...new Set(log.rows.map((row) => row.userId))], partyIds);
	const of = (writer: Writer, claimed: string | null): string | null => {
		const own = (writer && parties.get(writer)) || [];
		return claimed !== null && own.includes(claimed) ? claimed : (own[0] ?? null);
	};
	const entries = [...seen.values()].map(({ entry, writer, withdrawer }) => ({
		...entry,
		proposer: of(writer, entry.proposer),
		withdrawnBy: withdrawer === undefined ? null : of(withdrawer, entry.withdrawnBy)
	}));
	// Put in order by the document's ids, as the editors show them: only then each gets its own.
	const items = numbered(agendaTree(entries.filter((entry) => entry.title !== '')));
	const ids = new Map(items.map(({ id }) => [id, newId()]));
	return items.map((item) => ({
		...item,
		entryId: item.id,
		id: ids.get(item.id)!,
		parent: item.parent && ids.get(item.parent)!
	}));
}

function itemsEver(log: DocumentLog): Map<string, Seen> {
	const doc = new Y.Doc();
	const seen = new Map<string, Seen>();
	for (const row of log.rows) {
		Y.applyUpdate(doc, row.body);
		for (const entry of readEntries(doc)) {
			const before = seen.get(entry.id);
			const withdrawer = entry.withdrawnBy === null ? undefined : (before?.withdrawer ?? row.userId);
			seen.set(entry.id, { entry, writer: before?.writer ?? row.userId, withdrawer });
		}
	}
	return seen;
}

/** Invited parties that each writer is appointed in. */
async function partiesOf(db: Db, writers: Writer[], partyIds: string[]): Promise<Map<string, string[]>> {
	const people = writers.filter((writer) => writer !== null);
	if (!people.length || !partyIds.length) return new Map();
	const rows = await db
		.selectDistinct({ person: membership.personId, party: membership.organisationId })
		.from(membership)
		.where(and(inArray(membership.personId, people), inArray(membership.organisationId, partyIds)));
	return new Map(people.map((person) => [person, rows.filter((row) => row.person === person).map((row) => row.party)]));
}
