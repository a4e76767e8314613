import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';

/** The channel on which processes tell each other about documents. */
export const DOCUMENTS_CHANNEL = 'gongjian_documents';

/** Whose rights may have changed: the sockets that match all given fields are asked again who they are and what they may. */
export interface AccessChange {
	documentId?: string;
	personId?: string;
}

/**
 * Part of the act that changes rights (a role, a session, a meeting's phase): open sockets are checked as soon as it
 * commits, in every process. Without it they are checked within a minute.
 */
export async function announceAccess(tx: Db, change: AccessChange): Promise<void> {
	await notify(tx, { access: change });
}

/** Part of the transaction that adds rows: rooms that have the document open read on once it commits. */
export async function announceRows(tx: Db, documentId: string, seq: number): Promise<void> {
	await notify(tx, { document: documentId, seq });
}

async function notify(tx: Db, message: object): Promise<void> {
	await tx.execute(sql`select pg_notify(${DOCUMENTS_CHANNEL}, ${JSON.stringify(message)})`);
}
