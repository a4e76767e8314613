// Hocuspocus with its database extension on the same PostgreSQL, everything else as it is shipped.
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL, { onnotice: () => {} });
await sql`create table if not exists hocuspocus (name text primary key, data bytea not null)`;
const fetch = async ({ documentName }) => {
	const [row] = await sql`select data from hocuspocus where name = ${documentName}`;
	return row?.data ?? null;
};
const store = ({ documentName, state }) => sql`
	insert into hocuspocus (name, data) values (${documentName}, ${state})
	on conflict (name) do update set data = excluded.data`;
const extensions = [new Database({ fetch, store })];
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false, extensions });
await server.listen();
console.log(server.address.port);
