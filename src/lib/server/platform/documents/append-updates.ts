import type { Database } from '../../db/client.ts';
import type { AccessMarks } from './announce.ts';

/** What somebody wrote: one Yjs update, and the client ids whose structs are new in it. */
export interface NewRow {
	userId: string | null;
	clientIds: number[];
	body: Uint8Array;
}

/** Client ids seen for the first time, and the person who wrote under them. */
export type Claims = Map<number, string | null>;

/** Somebody was faster, and nothing was written. */
export class Overtaken extends Error {}

/** The document was sealed meanwhile. */
export class DocumentSealed extends Overtaken {}

/** Rights of somebody who wrote have changed since they were asked for. */
export class AccessChanged extends Overtaken {}

/** Another process has just seen this client id under another person. */
export class ClientIdTaken extends Overtaken {}

const BYTEA_ARRAY = 1001;
const TEXT_ARRAY = 1009;

/**
 * Appends rows to the log in one transaction and returns the position of the last one; the rows take the positions up
 * to it. When it returns they are on disk. `marks` are of the rights that the rows were accepted on. The hot path of editing: one statement, but for the first row of a client id.
 */
export async function appendUpdates(
	database: Database,
	documentId: string,
	rows: readonly NewRow[],
	claims: Claims,
	marks: AccessMarks = new Map()
): Promise<number> {
	if (claims.size === 0) return insertRows(database.sql, documentId, rows, marks);
	return database.sql.begin(async (sql) => {
		const head = await insertRows(sql as unknown as Database['sql'], documentId, rows, marks);
		for (const [clientId, userId] of claims) {
			const [owner] = await sql`
				insert into document_client as c (document_id, client_id, user_id, first_seq)
				values (${documentId}, ${clientId}, ${userId}, ${head - rows.length + 1})
				on conflict (document_id, client_id) do update set client_id = excluded.client_id
				returning user_id`;
			if (owner!.user_id !== userId) throw new ClientIdTaken(String(clientId));
		}
		return head;
	});
}

async function insertRows(
	sql: Database['sql'],
	documentId: string,
	rows: readonly NewRow[],
	marks: AccessMarks
): Promise<number> {
	const bodies = sql.array(rows.map((row) => row.body) as unknown as string[], BYTEA_ARRAY);
	const users = sql.array(rows.map((row) => row.userId) as string[], TEXT_ARRAY);
	const clients = sql.array(
		rows.map((row) => JSON.stringify(row.clientIds)),
		TEXT_ARRAY
	);
	const [last] = await sql`
		with current as (
			select not exists (
				select from unnest(${[...marks.keys()]}::text[], ${[...marks.values()]}::bigint[]) as asked (scope, value)
				left join counter using (scope)
				where asked.value <> coalesce(counter.value, 0)
			) as rights
		), moved as (
			update document set head = head + ${rows.length}
			where id = ${documentId} and sealed_at is null and (select rights from current)
			returning head
		), written as (
			insert into document_update (document_id, seq, user_id, client_ids, body)
			select ${documentId}, moved.head - ${rows.length} + n, who::uuid, clients::jsonb, body
			from moved, unnest(${users}::text[], ${clients}::text[], ${bodies}::bytea[]) with ordinality as t (who, clients, body, n)
		)
		select (select head from moved), rights from current`;
	if (!last!.rights) throw new AccessChanged(documentId);
	if (last!.head === null) throw new DocumentSealed(documentId);
	return Number(last!.head);
}
