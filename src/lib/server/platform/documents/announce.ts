import { inArray, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { counter } from '../../db/schema/index.ts';

/** The channel on which processes tell each other about documents. */
export const DOCUMENTS_CHANNEL = 'gongjian_documents';

/** Whose rights may have changed: everybody's in a document, or a person's in all documents. */
export type AccessChange = { documentId: string } | { personId: string };

/**
 * Part of the act that changes rights (a role, a session, a meeting's phase): nothing is written after it on rights that
 * were asked for before it, in any process. Open sockets are asked again as soon as the act commits.
 */
export async function announceAccess(tx: Db, change: AccessChange): Promise<void> {
	const [scope] = 'documentId' in change ? accessScopes(change.documentId, null) : accessScopes(null, change.personId);
	await tx
		.insert(counter)
		.values({ scope: scope!, value: 1 })
		.onConflictDoUpdate({ target: counter.scope, set: { value: sql`${counter.value} + 1` } });
	await notify(tx, { access: change });
}

/** How often rights in a document, and rights of a person, have changed, by the counters' names. */
export type AccessMarks = Map<string, number>;

/** Read before the rights themselves are asked for, and handed back with what is written on them. */
export async function readAccessMarks(db: Db, documentId: string, personId: string | null): Promise<AccessMarks> {
	const scopes = accessScopes(documentId, personId);
	const rows = await db.select().from(counter).where(inArray(counter.scope, scopes));
	const known = new Map(rows.map((row) => [row.scope, row.value]));
	return new Map(scopes.map((scope) => [scope, known.get(scope) ?? 0]));
}

const accessScopes = (documentId: string | null, personId: string | null): string[] => [
	...(documentId ? [`access:document:${documentId}`] : []),
	...(personId ? [`access:person:${personId}`] : [])
];

/** Part of the transaction that adds rows: rooms that have the document open read on once it commits. */
export async function announceRows(tx: Db, documentId: string, seq: number): Promise<void> {
	await notify(tx, { document: documentId, seq });
}

async function notify(tx: Db, message: object): Promise<void> {
	await tx.execute(sql`select pg_notify(${DOCUMENTS_CHANNEL}, ${JSON.stringify(message)})`);
}
