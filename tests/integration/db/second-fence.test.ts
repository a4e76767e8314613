import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#lib/server/db/migrate.ts';
import { plantCommunity } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();

beforeAll(async () => {
	await plantCommunity(data);
	// as Supabase sets its roles up: both may use the schema and get every new table
	for (const role of ['anon', 'authenticated']) {
		await data.sql.unsafe(`
			do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$;
			grant usage on schema public to ${role};
			alter default privileges in schema public grant all on tables to ${role};
			grant all on all tables in schema public to ${role};
			grant execute on all functions in schema public to ${role}`);
	}
});

// roles belong to the server, which other tests share
afterAll(async () => {
	for (const role of ['anon', 'authenticated']) await data.sql.unsafe(`drop owned by ${role}`);
});

const relations = async () =>
	(
		await data.sql<{ name: string }[]>`
			select quote_ident(relname) as name from pg_class
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by 1`
	).map(({ name }) => name);

/** What the role gets to see of a table: rows, or why not. */
const seenBy = (role: string, name: string): Promise<string> =>
	data.sql
		.begin(async (sql) => {
			await sql.unsafe(`set local role ${role}`);
			const [row] = await sql.unsafe(`select count(*)::int as rows from ${name}`);
			return `${row!.rows} rows`;
		})
		.catch((error: { code?: string }) => (error.code === '42501' ? 'denied' : `failed with ${error.code}`));

test('rows stay hidden even where every table was granted by mistake', async () => {
	expect(await seenBy('anon', 'area')).toBe('0 rows');
	expect(await seenBy('anon', 'person')).toBe('0 rows');
});

test.each(['anon', 'authenticated'])(
	'%s reads no table and no view, and calls nothing, once migrated',
	async (role) => {
		await migrate(data.url);
		const names = await relations();
		expect(names.length).toBeGreaterThan(40);
		const open: string[] = [];
		for (const name of names) if ((await seenBy(role, name)) !== 'denied') open.push(name);
		expect(open).toEqual([]);

		const callable = await data.sql<{ name: string }[]>`
		select p.oid::regprocedure::text as name from pg_proc p
		where p.pronamespace = 'public'::regnamespace and has_function_privilege(${role}, p.oid, 'execute')
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
		expect(callable).toEqual([]);
		// nor a table that the next migration makes
		await data.sql.unsafe('create table later (id int)');
		expect(await seenBy(role, 'later')).toBe('denied');
		await data.sql.unsafe('drop table later');
	}
);

test('the portal itself reads what it owns', async () => {
	expect((await data.sql`select from area`).length).toBe(4);
});
