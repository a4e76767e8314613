import { expect, test } from 'vitest';
import { migrate } from '#lib/server/db/migrate.ts';
import { readNow } from '#lib/server/platform/act.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();

test('a migrated database can be migrated again and keeps its tables', async () => {
	const tables = () =>
		data.sql`select table_name from information_schema.tables where table_schema = 'public' order by 1`;
	const before = await tables();
	expect(before.length).toBeGreaterThan(10);
	await migrate(data.url);
	expect(await tables()).toEqual(before);
});

test('app_now() follows the clock that tests move, and a transaction can fix its own', async () => {
	await data.travelTo('2026-03-01T09:00:00+08:00');
	expect(Math.abs((await readNow(data.db)).getTime() - Date.parse('2026-03-01T01:00:00Z'))).toBeLessThan(5_000);
	const fixed = await data.sql.begin(async (sql) => {
		await sql`select set_config('gongjian.now', '2025-11-24T00:00:00Z', true)`;
		return sql`select app_now() as now`;
	});
	expect(new Date(fixed[0]!.now)).toEqual(new Date('2025-11-24T00:00:00Z'));
});
