import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { geoContains } from 'd3-geo';
import { beforeAll, describe, expect, test } from 'vitest';
import { PARTY_KINDS, ROLES } from '#lib/domain/shared/roles.ts';
import * as schema from '#lib/server/db/schema/index.ts';
import { DEMO_PASSWORD, seedDemo } from '#lib/server/db/seed/index.ts';
import { demoRoles, openPersonSecrets } from '#lib/server/identity/index.ts';
import { verifyPassword } from '#lib/server/platform/passwords.ts';
import { useDatabase } from '../../support/database.ts';

const FULL = '990101001001';
const DAY_0 = new Date('2026-11-24T03:00:00Z');
const database = useDatabase();
process.env.ATTACHMENTS_DIR = mkdtempSync(join(tmpdir(), 'demo-files-'));

const count = async (query: PromiseLike<readonly unknown[]>): Promise<number> =>
	Number(((await query) as readonly { n: string }[])[0]!.n);

/**
 * One digest a table over its rows in order of their text, without what is fresh at every seeding: salts, wrapped keys,
 * where files are kept, the number under which the portal itself writes into a document, in its updates’ bytes, and the
 * keys of sealed and secret votes with all that is encrypted to them or names them.
 */
async function fingerprints(): Promise<Record<string, string>> {
	const fresh: Record<string, string[]> = {
		credential: ['password_hash'],
		person_secret: ['wrapped_key', 'phone', 'id_number'],
		app_clock: ['offset_ms'],
		document_update: ['client_ids', 'body'],
		document_client: ['client_id'],
		attachment: ['storage_key'],
		document_version: ['content'],
		seal_key: ['key', 'wrapped_key'],
		secret_vote: ['key', 'wrapped_key', 'root'],
		secret_ballot: ['nonce', 'salt'],
		ballot: ['choice'],
		paper_reading: ['reading'],
		vote: ['manifest', 'phi', 'record', 'full_record'],
		vote_sign_off: ['root'],
		audit_entry: ['data']
	};
	const tables = Object.values(schema as Record<string, unknown>).filter((value): value is PgTable =>
		is(value, PgTable)
	);
	const prints: Record<string, string> = {};
	for (const name of tables.map(getTableName).sort()) {
		const rows =
			await database.sql`select (to_jsonb(t) - ${fresh[name] ?? []}::text[])::text as row from ${database.sql(name)} t order by 1`;
		prints[name] = createHash('sha256')
			.update(rows.map(({ row }) => row).join('\n'))
			.digest('hex');
	}
	return prints;
}

describe('the demo district', { timeout: 240_000 }, () => {
	beforeAll(async () => {
		expect(await seedDemo({ database, now: DAY_0 })).toBe(true);
	}, 240_000);

	test('has a district, 3 streets and 12 communities', async () => {
		const rows = await database.sql`select level, count(*)::int as n from area group by level order by n`;
		expect(rows.map(({ level, n }) => [level, n])).toEqual([
			['district', 1],
			['street', 3],
			['community', 12]
		]);
	});

	test('has one community complete: two property areas, 4 grids, 12 buildings, 1,200 households, about 2,900 people', async () => {
		const { sql } = database;
		const here = sql`(select id from area where code = ${FULL})`;
		expect(await count(sql`select count(*) n from property_area where community_id = ${here}`)).toBe(2);
		expect(await count(sql`select count(*) n from grid where community_id = ${here}`)).toBe(4);
		expect(await count(sql`select count(*) n from building where community_id = ${here}`)).toBe(12);
		expect(await count(sql`select count(*) n from household where community_id = ${here}`)).toBe(1200);
		const people = await count(
			sql`select count(distinct person_id) n from residency where community_id = ${here} and state = 'confirmed'`
		);
		expect(people).toBeGreaterThanOrEqual(2850);
		expect(people).toBeLessThanOrEqual(2950);
	});

	test('holds every unit in a place that fits together, and owners for all but the developer’s', async () => {
		const { sql } = database;
		expect(
			await count(sql`
			select count(*) n from unit u join building b on b.id = u.building_id
			where b.property_area_id <> u.property_area_id or b.community_id <> u.community_id`)
		).toBe(0);
		expect(
			await count(sql`
			select count(*) n from unit u where developer = exists (select from ownership o where o.unit_id = u.id and o.state = 'approved')`)
		).toBe(0);
		const areas = await sql`
			select p.name, sum(u.area_centi)::text as total, count(*)::int as units from property_area p join unit u on u.property_area_id = p.id
			where p.community_id = (select id from area where code = ${FULL}) group by p.name order by p.name`;
		expect(areas.map((row) => ({ ...row }))).toMatchInlineSnapshot(`
			[
			  {
			    "name": "枫林里小区",
			    "total": "2761968",
			    "units": 492,
			  },
			  {
			    "name": "枫林苑小区",
			    "total": "7661208",
			    "units": 792,
			  },
			]
		`);
		expect(
			await count(sql`select count(*) n from (select 1 from ownership group by unit_id having count(*) > 1) t`)
		).toBeGreaterThan(200);
		expect(
			await count(sql`select count(*) n from (select 1 from ownership group by person_id having count(*) > 1) t`)
		).toBeGreaterThan(20);
		expect(
			await count(sql`
			select count(distinct person_id) n from ownership o where not exists (select from residency r where r.person_id = o.person_id)`)
		).toBeGreaterThan(100);
	});

	test('covers every building by exactly the grid it belongs to', async () => {
		const rows = await database.sql`
			select b.name, b.longitude, b.latitude, b.grid_id, g.id, g.polygon from building b join grid g on g.community_id = b.community_id`;
		for (const { name, longitude, latitude, grid_id, id, polygon } of rows) {
			// d3-geo wants the outer ring clockwise on the sphere
			const ring = { type: 'Polygon' as const, coordinates: [[...polygon].reverse()] };
			expect(geoContains(ring, [Number(longitude), Number(latitude)]), name).toBe(id === grid_id);
		}
	});

	test('has every party, and somebody who can sign in for every role', async () => {
		const kinds =
			await database.sql`select distinct kind from organisation where area_id in (select id from area where ${FULL} like code || '%')`;
		expect(kinds.map(({ kind }) => kind).sort()).toEqual([...PARTY_KINDS].sort());
		const accounts = await demoRoles(database);
		const roles = new Set(accounts.map(({ role }) => role));
		for (const role of [...ROLES, 'resident', 'household-representative', 'owner']) expect(roles, role).toContain(role);
		const here = accounts.filter(({ community }) => ['枫林苑社区', '清杨街道', '景和区'].includes(community));
		const named = new Set(here.map(({ organisation }) => organisation));
		for (const { name } of await database.sql`
			select o.name from organisation o join area a on a.id = o.area_id where ${FULL} like a.code || '%'`)
			expect(named, name).toContain(name);
	});

	test('lets people in by the demo password and by phone', async () => {
		const [row] = await database.sql`
			select p.id, p.name, c.password_hash from credential c join person p on p.id = c.person_id where login = 'resident1'`;
		expect(row!.name).toBe('李桂芳');
		expect(await verifyPassword(row!.password_hash, DEMO_PASSWORD)).toBe(true);
		expect((await openPersonSecrets(database.db, row!.id)).phone).toMatch(/^1990000\d{4}$/);
	});

	test('shows all four forces on the roster of every community', async () => {
		const rows =
			await database.sql`select area_id, count(distinct force)::int as forces from roster_entry group by area_id`;
		expect(rows).toHaveLength(12);
		expect(rows.every(({ forces }) => forces === 4)).toBe(true);
	});

	test('is left alone by a second seeding, and comes out the same after a reset within the hour', async () => {
		const before = await fingerprints();
		expect(await seedDemo({ database, now: DAY_0 })).toBe(false);
		expect(await seedDemo({ database, now: new Date('2026-11-24T03:59:00Z'), reset: true })).toBe(true);
		expect(await fingerprints()).toEqual(before);
	});
});
