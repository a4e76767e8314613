import { deflateRawSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/shared/actor.ts';
import { headOf } from '#lib/domain/identity/register-file/columns.ts';
import {
	auditEntry,
	household,
	ownership,
	person,
	registerImport,
	residency,
	unit
} from '#lib/server/db/schema/index.ts';
import {
	importRegister,
	openPersonSecrets,
	readImport,
	registerIdentity,
	storePersonSecrets,
	uploadRegister
} from '#lib/server/identity/index.ts';
import { readSpreadsheet } from '#lib/server/identity/register-import/read-spreadsheet.ts';
import { runRetention } from '#lib/server/platform/retention.ts';
import { COMMUNITY, NEIGHBOUR, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { zip } from '../../support/files.ts';
import { familyRows, inGb18030, inXlsx, listCsv, listTable, type ListRow } from '../../support/register-list.ts';

const database = useDatabase();
let town: Town;
let clerk: Person;

beforeAll(async () => {
	town = await plantCommunity(database.as(null).database);
	clerk = await town.appoint('钱登记', 'residents-committee', 'entry-clerk');
});

const refusal = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

async function upload(bytes: Buffer | string, actor: Person | null = clerk, code = COMMUNITY) {
	const result = await uploadRegister(database.as(actor), code, { name: '名单.csv', bytes: Buffer.from(bytes) });
	if (!result.ok) throw new Error(result.refusal.code);
	return result.value.importId;
}
async function check(bytes: Buffer | string) {
	const id = await upload(bytes);
	const view = await readImport(database.as(clerk), id);
	if (!view.ok || !view.value.checked) throw new Error('nothing to check');
	return { id, checked: view.value.checked };
}
async function issuesOf(rows: ListRow[]) {
	const { id, checked } = await check(listCsv(rows));
	if (!checked.ok) throw new Error(checked.refusal.code);
	return {
		id,
		issues: checked.value.issues.map(({ row, column, code }) => `${row} ${column && headOf(column)} ${code}`)
	};
}
async function run(rows: ListRow[]) {
	const done = await importRegister(database.as(clerk), await upload(listCsv(rows)));
	if (!done.ok) throw new Error(done.refusal.code);
	return done.value.counts;
}
const rowCounts = async () => {
	const tables = [unit, household, person, residency, ownership];
	return Promise.all(tables.map((table) => database.db.$count(table)));
};
const NOTHING = { added: 0, changed: 0 };
const home = (more: ListRow = {}): ListRow => ({
	...{ 小区: '甲小区', 楼栋: '9号楼', 单元: '1', 房号: '101', 建筑面积: '88.80', 面积依据: '登记', 户号: 'Z-1' },
	...{ 姓名: '孙大海', 户主: '是', 成年: '是', ...more }
});

describe('a clean list', () => {
	test('is written once, and a second time changes nothing', async () => {
		const rows = familyRows(30, '甲小区');
		const units = await database.db.$count(unit);
		const counts = await run(rows);
		expect(counts).toMatchObject({
			buildings: 1,
			households: { added: 30 },
			people: { added: 60 },
			owners: { added: 30 }
		});
		expect(counts.units.added + units).toBe(await database.db.$count(unit));
		const before = await rowCounts();
		expect(await run(rows)).toEqual({
			...{ buildings: 0, units: NOTHING, households: NOTHING, people: NOTHING, owners: NOTHING },
			left: { residents: 0, owners: 0 }
		});
		expect(await rowCounts()).toEqual(before);
	});

	test('keeps areas exact, dates as days, and writes who did it', async () => {
		const row = (await database.db.query.unit.findFirst({ where: eq(unit.label, '2号楼2单元503') }))!;
		expect(row).toMatchObject({ areaCenti: 8929n, areaSource: 'register', entrance: 2, floor: 5 });
		const [owned] = await database.db.select().from(ownership).where(eq(ownership.unitId, row.id));
		expect(owned).toMatchObject({ state: 'approved', registeredOn: '2019-03-05', decidedBy: clerk.personId });
		const audits = await database.db.select().from(auditEntry).where(eq(auditEntry.act, 'identity.register-imported'));
		expect(audits).toHaveLength(2);
		expect(JSON.stringify(audits)).not.toContain('户主');
	});

	test('changes a household that is known by its number, and takes off whom it no longer names', async () => {
		await run([home(), home({ 姓名: '孙小海', 户主: '', 成年: '否' })]);
		const again = await run([home({ 姓名: '孙老海' }), home({ 姓名: '孙小海', 户主: '', 房号: '101', 成年: '是' })]);
		expect(again).toMatchObject({
			households: { added: 0, changed: 1 },
			people: { added: 1, changed: 1 },
			left: { residents: 1 }
		});
		const [row] = await database.db.select().from(household).where(eq(household.code, 'Z-1'));
		expect(row!.headName).toBe('孙老海');
		const ended = await database.db
			.select({ name: person.name, reason: residency.reason })
			.from(residency)
			.innerJoin(person, eq(person.id, residency.personId))
			.where(and(eq(residency.householdId, row!.id), eq(residency.state, 'ended')));
		expect(ended).toEqual([{ name: '孙大海', reason: 'not-on-list' }]);
	});

	test('takes over the household that was there without a number, and its people by name', async () => {
		const listed = await town.resident('赵阿婆', 5);
		const before = await database.db.$count(household);
		await run([home({ 楼栋: '1号楼', 房号: '601', 户号: 'Z-6', 姓名: '赵阿婆', 建筑面积: '100.00' })]);
		expect(await database.db.$count(household)).toBe(before);
		expect((await town.asActor(listed.personId)).residencies).toHaveLength(1);
	});

	test('stores numbers sealed, and never takes off somebody who has an account', async () => {
		await run([home({ 户号: 'Z-7', 房号: '701', 姓名: '冯有号', 手机号: '13900001234' })]);
		const him = (await database.db.query.person.findFirst({ where: eq(person.name, '冯有号') }))!;
		expect(await openPersonSecrets(database.db, him.id)).toEqual({ phone: '13900001234' });
		await database.sql`insert into session (id, person_id, expires_at) values ('s', ${him.id}, now() + interval '1 day')`;
		const counts = await run([home({ 户号: 'Z-7', 房号: '701', 姓名: '冯新来' })]);
		expect(counts.left.residents).toBe(0);
		expect((await town.asActor(him.id)).residencies).toHaveLength(1);
	});

	test('of two imports of one file at once, one is done', async () => {
		const id = await upload(listCsv([home({ 户号: 'Z-8', 房号: '801' })]));
		const results = await Promise.all([1, 2, 3].map(() => importRegister(database.as(clerk), id)));
		expect(results.filter((one) => one.ok)).toHaveLength(1);
		expect(results.filter((one) => !one.ok).map(refusal)).toEqual(['import.done', 'import.done']);
		const row = await database.db.query.registerImport.findFirst({ where: eq(registerImport.id, id) });
		expect(row).toMatchObject({ content: null, counts: { households: { added: 1 } } });
	});
});

describe('a list with errors', () => {
	test('names every cell, and nothing of it is written', async () => {
		await storePersonSecrets(database.db, (await town.resident('何有主', 4)).personId, { phone: '13700000001' });
		const before = await rowCounts();
		const { id, issues } = await issuesOf([
			home({ 户号: 'Y-1', 建筑面积: '八十九' }),
			home({ 户号: 'Y-2', 小区: '乙小区' }),
			home({ 户号: 'Y-3', 房号: '901', 手机号: '13700000001' }),
			home({ 户号: 'Y-4', 房号: '902' })
		]);
		expect(issues).toEqual([
			'2 建筑面积 import.area',
			'3 小区 import.property-area-unknown',
			'4 手机号 import.number-of-other'
		]);
		expect(refusal(await importRegister(database.as(clerk), id))).toBe('import.issues');
		expect(await rowCounts()).toEqual(before);
	});

	test('shares of co-owners that do not make one are an error; exact thirds are none', async () => {
		const owner = (姓名: string, 份额: string) => home({ 户号: '', 户主: '', 房号: '301', 姓名, 业主: '是', 份额 });
		const { issues } = await issuesOf([owner('甲', '33.33%'), owner('乙', '33.33%'), owner('丙', '33.33%')]);
		expect(issues).toEqual(['2 份额 import.share-sum']);
		const counts = await run([owner('甲', '1/3'), owner('乙', '1/3'), owner('丙', '1/3')]);
		expect(counts.owners.added).toBe(3);
	});

	test('what changed between check and import is looked at again', async () => {
		const { id, issues } = await issuesOf([home({ 户号: 'Y-5', 房号: '905', 手机号: '13700000055' })]);
		expect(issues).toEqual([]);
		await storePersonSecrets(database.db, (await town.resident('别人', 3)).personId, { phone: '13700000055' });
		expect(refusal(await importRegister(database.as(clerk), id))).toBe('import.issues');
	});
});

describe('the file', () => {
	const table = listTable([home({ 备注: '' } as ListRow)]);

	test('is read alike as UTF-8 with and without mark, UTF-16, GB18030 and XLSX', async () => {
		const csv = listCsv([home()]);
		const utf16 = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(csv.replaceAll(',', '\t'), 'utf16le')]);
		const files = [Buffer.from(csv), Buffer.from(`\uFEFF${csv}`), utf16, inGb18030(csv), inXlsx(table)];
		for (const [i, bytes] of files.entries()) {
			const result = await readSpreadsheet(bytes);
			const cells = result.ok ? result.value.map((row) => row.map((text) => text.replace(/^88\.8$/, '88.80'))) : result;
			expect(cells, `file ${i}`).toEqual(table);
		}
	});

	test('numbers that Excel stores as floats come back as they are shown', async () => {
		const result = await readSpreadsheet(inXlsx([['89.45', '101.1', '0.07']]));
		expect(result).toEqual({ ok: true, value: [['89.45', '101.1', '0.07']] });
	});

	test.each([
		['', 'import.empty'],
		[Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.old-excel'],
		[Buffer.from([0xff, 0xff, 0x00]), 'import.encoding'],
		[zip({ 'a.txt': 'x' }), 'import.broken'],
		[Buffer.from('PK\x03\x04rubbish'), 'import.broken'],
		[Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'import.bytes']
	])('is refused where it cannot be read (%#)', async (bytes, code) => {
		expect(refusal(await readSpreadsheet(Buffer.from(bytes)))).toBe(code);
	});

	test('a bomb is found by unpacking it with a bound, whatever its directory claims', async () => {
		expect(refusal(await readSpreadsheet(bomb(200 * 1024 * 1024)))).toBe('import.broken');
	});

	test('is kept sealed, and cleared after a day', async () => {
		registerIdentity();
		const id = await upload(listCsv([home({ 姓名: '待清除' })]));
		const row = (await database.db.query.registerImport.findFirst({ where: eq(registerImport.id, id) }))!;
		expect(Buffer.from(row.content!).includes('待清除')).toBe(false);
		await database.travelTo(new Date(Date.now() + 25 * 3_600_000));
		await runRetention(database.as(null).database);
		expect(refusal(await importRegister(database.as(clerk), id))).toBe('import.gone');
		expect(await readImport(database.as(clerk), id)).toMatchObject({ ok: true, value: { checked: null } });
	});
});

test('only the clerk of the community uploads, reads and imports', async () => {
	const id = await upload(listCsv([home()]));
	const others = [
		null,
		await town.appoint('邻登记', 'residents-committee', 'entry-clerk', NEIGHBOUR),
		await town.appoint('业登记', 'owners-committee', 'entry-clerk'),
		await town.appoint('系统', 'district-centre', 'system-administrator'),
		await town.resident('路人', 0)
	];
	for (const actor of others) {
		const ctx = database.as(actor);
		expect((await uploadRegister(ctx, COMMUNITY, { name: 'a.csv', bytes: Buffer.from('x') })).ok).toBe(false);
		expect((await readImport(ctx, id)).ok).toBe(false);
		expect((await importRegister(ctx, id)).ok).toBe(false);
	}
});

/** A ZIP of one entry that unpacks to so many zero bytes and claims to hold ten. */
function bomb(size: number): Buffer {
	const packed = deflateRawSync(Buffer.alloc(size));
	const name = Buffer.from('xl/workbook.xml');
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(10, 22);
	local.writeUInt16LE(name.length, 26);
	const central = Buffer.alloc(46);
	central.writeUInt32LE(0x02014b50, 0);
	central.writeUInt16LE(8, 10);
	central.writeUInt32LE(packed.length, 20);
	central.writeUInt32LE(10, 24);
	central.writeUInt16LE(name.length, 28);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(46 + name.length, 12);
	end.writeUInt32LE(30 + name.length + packed.length, 16);
	return Buffer.concat([local, name, packed, central, name, end]);
}
