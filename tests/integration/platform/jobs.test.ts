import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { act } from '#lib/server/platform/act.ts';
import { attachFile, copyAttachments, removeAttachment } from '#lib/server/platform/attachments/index.ts';
import { newId } from '#lib/server/platform/ids.ts';
import { enqueue, onJob, startJobs } from '#lib/server/platform/jobs.ts';
import { registerRetention, runRetention } from '#lib/server/platform/retention.ts';
import { plantCommunity, type Town } from '../../support/community.ts';
import { useDatabase } from '../../support/database.ts';
import { pdf } from '../../support/files.ts';

const data = useDatabase();
let town: Town;
let folder: string;
let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attachments-'));
	process.env.ATTACHMENTS_DIR = folder;
	town = await plantCommunity(data);
	registerRetention();
});
afterEach(async () => {
	await stop?.();
	stop = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a job exists if its act commits, is done once, and again where it failed', async () => {
	const done: unknown[] = [];
	let finish!: () => void;
	const finished = new Promise<void>((resolve) => (finish = resolve));
	onJob(
		'greet',
		async (_, { name }) => {
			done.push(name);
			if (done.length === 1) throw new Error('not yet');
			finish();
		},
		{ retryDelay: 0, retryBackoff: false }
	);
	stop = await startJobs(data);
	const ask = (name: string, commit: boolean) =>
		act(data.as(null), async (a) => {
			await enqueue(a, 'greet', { name });
			return commit ? ok() : refuse('form.forbidden');
		});
	await ask('never', false);
	await ask('林', true);
	await finished;
	expect(done).toEqual(['林', '林']);
});

test('without a running portal a job is refused, not lost', async () => {
	const asked = act(data.as(null), async (a) => {
		await enqueue(a, 'greet');
		return ok();
	});
	await expect(asked).rejects.toThrow(/running portal/);
});

test('retention removes what has been kept long enough, and nothing else', async () => {
	const resident = await town.resident('赵', 0);
	const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
	for (const [id, expires] of [
		['old', days(-1)],
		['live', days(1)]
	] as const) {
		await data.sql`insert into session (id, person_id, expires_at) values (${id}, ${resident.personId}, ${expires})`;
	}
	for (const [expires, used] of [
		[days(-31), null],
		[days(-20), null],
		[days(1), days(-40)],
		[days(1), null]
	] as const) {
		await data.sql`
			insert into one_time_code (id, purpose, subject, code_hash, expires_at, used_at)
			values (${newId()}, 'phone', ${newId()}, 'x', ${expires}, ${used})`;
	}
	for (const [at, position] of [
		[days(-31), 1],
		[days(-29), 2],
		[days(-31), null]
	] as const) {
		await data.sql`
			insert into outbox (id, topic, kind, payload, position, created_at)
			values (${newId()}, 'x:1', 'said', '{}', ${position}, ${at})`;
	}
	const removed = await runRetention(data);
	expect(removed).toMatchObject({ sessions: 1, 'one-time codes': 2, 'live news': 1, 'read notifications': 0 });
	expect((await data.sql`select id from session`).map((row) => row.id)).toEqual(['live']);
});

test('bytes go 30 days after the last file that shares them, and those without a row once no act can be writing', async () => {
	const [one, two] = [newId(), newId()];
	const attach = (subject: string) =>
		act(data.as(null), (a) =>
			attachFile(a, town.communityId, ['paper', subject], new File([new Uint8Array(pdf())], 'a.pdf'))
		);
	const first = await attach(one);
	if (!first.ok) throw new Error(first.refusal.code);
	await act(data.as(null), async (a) => {
		await copyAttachments(a, ['paper', one], ['paper', two]);
		return removeAttachment(a, ['paper', one], first.value);
	});
	await act(data.as(null), async (a) => {
		await attachFile(a, town.communityId, ['paper', one], new File([new Uint8Array(pdf())], 'b.pdf'));
		return refuse('form.forbidden');
	});
	const stored = () =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f-]{36}$/.test(name));
	const files = stored();
	expect(files).toHaveLength(2);
	const filesGone = async () => (await runRetention(data))['files without a row'];

	expect(await filesGone()).toBe(0);
	for (const name of files) utimesSync(join(folder, name), new Date(0), new Date(0));
	expect(await filesGone()).toBe(1);
	const [kept] = stored();
	await data.sql`update attachment set removed_at = now() - interval '31 days' where subject_id = ${one}`;
	expect(await filesGone()).toBe(0);
	await data.sql`update attachment set removed_at = now() - interval '31 days' where subject_id = ${two}`;
	expect(await filesGone()).toBe(1);
	expect(await filesGone()).toBe(0);
	expect(existsSync(join(folder, kept!))).toBe(false);
});
