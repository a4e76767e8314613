import { and, desc, eq } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Db } from '../../db/client.ts';
import { documentVersion, person } from '../../db/schema/index.ts';
import type { Act } from '../act.ts';
import { newId } from '../ids.ts';
import { lockLog, replay } from './log.ts';

export type VersionCause = (typeof documentVersion.$inferSelect)['cause'];

/** What a document says now, kept whole: the log behind it may be compacted later. Returns the version's id. */
export async function keepVersion(
	act: Act,
	documentId: string,
	{ name, cause }: { name: string; cause: VersionCause }
): Promise<string> {
	const log = await lockLog(act.db, documentId);
	if (!log) throw new Error(`There is no document ${documentId}`);
	const id = newId();
	await act.db.insert(documentVersion).values({
		...{ id, documentId, seq: log.head, name, cause },
		...{ content: Y.encodeStateAsUpdate(replay(log)), createdBy: act.actor?.personId ?? null, createdAt: act.now }
	});
	return id;
}

export const countVersions = (db: Db, documentId: string): Promise<number> =>
	db.$count(documentVersion, eq(documentVersion.documentId, documentId));

/** The latest first, without their content. */
export function listVersions(db: Db, documentId: string) {
	return db
		.select({
			...{ id: documentVersion.id, name: documentVersion.name, cause: documentVersion.cause },
			...{ at: documentVersion.createdAt, by: person.name }
		})
		.from(documentVersion)
		.leftJoin(person, eq(person.id, documentVersion.createdBy))
		.where(eq(documentVersion.documentId, documentId))
		.orderBy(desc(documentVersion.createdAt), desc(documentVersion.id));
}

/** A version of that document as it was; undefined where there is none. */
export async function readVersion(db: Db, documentId: string, id: string) {
	const [row] = await db
		.select()
		.from(documentVersion)
		.where(and(eq(documentVersion.id, id), eq(documentVersion.documentId, documentId)));
	if (!row) return undefined;
	const doc = new Y.Doc();
	Y.applyUpdate(doc, row.content);
	return { name: row.name, doc };
}
