import { spawnSync } from 'node:child_process';
import { beforeEach, expect, test } from 'vitest';
import { ok } from '#lib/domain/shared/result.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { act } from '#lib/server/platform/act.ts';
import { publishedHeads, publishHeads } from '#lib/server/platform/audit/heads.ts';
import { sealAudit } from '#lib/server/platform/audit/sealer.ts';
import { unsealedRows, verifyAudit } from '#lib/server/platform/audit/verify.ts';
import { COMMUNITY, NEIGHBOUR, plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase({ fresh: 'test' });
let town: Town;
beforeEach(async () => {
	town = await plantCommunity(data);
});

const write = (areaId: string | null, n: number) =>
	act(data.as(null), async (a) => {
		await a.audit({
			act: 'thing.done',
			subject: ['thing', String(n)],
			areaId,
			data: { n, 说明: { b: 1, a: [null, 0.1] } }
		});
		return ok();
	});
const chainOf = async (area: string) => (await verifyAudit(data)).find((chain) => chain.area === area)!;

const whole = (area: string, rows: number) => ({ area, rows, head: expect.stringMatching(/^[0-9a-f]{64}$/) });

/** As somebody with the database in hand would: past the trigger that keeps rows as they are. */
const tamper = async (statement: string) => {
	await data.sql.begin(async (sql) => {
		await sql.unsafe('alter table audit_entry disable trigger audit_row_is_only_sealed');
		await sql.unsafe(statement);
		await sql.unsafe('alter table audit_entry enable trigger audit_row_is_only_sealed');
	});
};

test('rows of each area and of the installation itself form one chain each', async () => {
	for (let n = 1; n <= 5; n++) {
		await write(town.areas[COMMUNITY], n);
		await write(town.areas[NEIGHBOUR], n);
		await write(null, n);
	}
	expect(await unsealedRows(data)).toBe(15);
	expect(await sealAudit(data)).toBe(15);
	for (const area of [COMMUNITY, NEIGHBOUR, '-']) expect(await chainOf(area)).toEqual(whole(area, 5));
	await write(null, 6);
	await sealAudit(data);
	expect(await chainOf('-')).toEqual(whole('-', 6));
	const seqs = await data.sql`select seq::int from audit_entry where area_id is null order by seq`;
	expect(seqs.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('sealers of two processes at once make one chain', async () => {
	const other = openDatabase(data.url, { max: 2 });
	try {
		for (let n = 0; n < 40; n++) {
			await write(null, n);
			await Promise.all([sealAudit(data), sealAudit(other)]);
		}
	} finally {
		await other.close();
	}
	expect(await chainOf('-')).toEqual(whole('-', 40));
});

test('a chain cannot fork: the database refuses a second row in one place, also in the chain without area', async () => {
	await write(null, 1);
	await write(null, 2);
	await sealAudit(data);
	await expect(tamper('update audit_entry set seq = 1 where seq = 2')).rejects.toThrow(/one_row_per_place_in_chain/);
});

test('rows can be sealed and nothing else', async () => {
	await write(null, 1);
	await expect(data.sql`update audit_entry set act = 'other'`).rejects.toThrow(/never changed/);
	await sealAudit(data);
	await expect(data.sql`update audit_entry set hash = 'x'`).rejects.toThrow(/never changed/);
	await expect(data.sql`delete from audit_entry`).rejects.toThrow(/never removed/);
});

test.each([
	['a changed row', `update audit_entry set data = '{}' where seq = 3`, { seq: 3, reason: /changed/ }],
	['a changed moment', `update audit_entry set at = at + interval '1 ms' where seq = 3`, { seq: 3, reason: /changed/ }],
	['another actor', `update audit_entry set actor_id = gen_random_uuid() where seq = 2`, { seq: 2, reason: /changed/ }],
	['a removed row', 'delete from audit_entry where seq = 4', { seq: 4, reason: /missing/ }],
	['a removed end', 'delete from audit_entry where seq > 4', { seq: 5, reason: /published head/ }]
])('verification finds %s', async (_, statement, broken) => {
	for (let n = 1; n <= 6; n++) await write(null, n);
	await sealAudit(data);
	await publishHeads(data);
	await tamper(statement);
	const chain = await chainOf('-');
	expect(chain.broken).toMatchObject({ seq: broken.seq, reason: expect.stringMatching(broken.reason) });
});

test('a chain that was recomputed by somebody no longer holds its published head', async () => {
	for (let n = 1; n <= 3; n++) await write(null, n);
	await sealAudit(data);
	await data.travelTo(new Date(Date.now() + 3 * 86_400_000));
	await publishHeads(data);
	await tamper(`update audit_entry set data = '{}', seq = null, prev = null, hash = null`);
	await sealAudit(data);
	expect((await chainOf('-')).broken).toMatchObject({
		seq: 3,
		reason: expect.stringMatching(/head that was published/)
	});
});

test('npm run audit:verify answers with 0 or 1 and names the row', async () => {
	for (let n = 1; n <= 3; n++) await write(null, n);
	await sealAudit(data);
	const run = () =>
		spawnSync(process.execPath, ['src/cli/audit-verify.ts'], {
			env: { ...process.env, DATABASE_URL: data.url },
			encoding: 'utf8'
		});
	expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('The audit is whole: 3 rows.') });
	await tamper(`update audit_entry set act = 'nothing' where seq = 2`);
	expect(run()).toMatchObject({ status: 1, stderr: expect.stringMatching(/BROKEN: area -, row 2 \([0-9a-f-]{36}\)/) });
});

test('a head kept outside shows that rows were cut off, also where the database says nothing of it', async () => {
	for (let n = 1; n <= 4; n++) await write(null, n);
	await sealAudit(data);
	await data.travelTo(new Date(Date.now() + 86_400_000));
	await publishHeads(data);
	const kept = await publishedHeads(data, 10);
	expect(kept).toMatchObject([{ area: '-', areaName: null, seq: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
	expect((await verifyAudit(data, kept)).find((chain) => chain.area === '-')).toEqual(whole('-', 4));
	const forged = kept.map((head) => ({ ...head, hash: 'f'.repeat(64) }));
	expect((await verifyAudit(data, forged)).find((chain) => chain.area === '-')?.broken).toMatchObject({ seq: 4 });
	const beyond = kept.map((head) => ({ ...head, seq: 9 }));
	expect((await verifyAudit(data, beyond)).find((chain) => chain.area === '-')?.broken).toMatchObject({ seq: 5 });
});
