import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#lib/server/db/client.ts';
import { useDatabase } from '../../support/database.ts';

const data = useDatabase();

test('a transaction whose connection is lost fails, and the process and its pool go on', async () => {
	const pool = openDatabase(data.url, { max: 1 });
	onTestFinished(() => pool.close());
	const answers: unknown[] = [];
	const lost = pool.sql.begin(async (sql) => {
		const [{ pid }] = (await sql`select pg_backend_pid() as pid`) as unknown as [{ pid: number }];
		await data.sql`select pg_terminate_backend(${pid})`;
		const alive = () => data.sql`select from pg_stat_activity where pid = ${pid}`;
		await expect.poll(async () => (await alive()).length).toBe(0);
		for (let i = 0; i < 3; i++) answers.push(await sql`select 1`.catch((error) => error.code));
	});
	await expect(lost).rejects.toThrow();
	await expect.poll(() => answers).toHaveLength(3);
	expect(answers).toContain('CONNECTION_CLOSED');
	await expect.poll(() => pool.sql`select 1 as n`.catch(() => [])).toEqual([{ n: 1 }]);
});

test('a query begun while a reset connection is being cleared away fails, too', async () => {
	const url = new URL(data.url);
	const [host, port] = [url.hostname, Number(url.port)];
	const clients: Socket[] = [];
	const between = createServer((client) => {
		clients.push(client);
		const server = connect(port, host);
		client.pipe(server).pipe(client);
		for (const [end, other] of [
			[client, server],
			[server, client]
		] as const)
			end.on('error', () => other.destroy());
	}).listen(0, '127.0.0.1');
	await once(between, 'listening');
	onTestFinished(() => void between.close());
	url.port = String((between.address() as AddressInfo).port);
	const pool = openDatabase(url.href, { max: 1 });
	onTestFinished(() => pool.close());
	const answers: unknown[] = [];
	const lost = pool.sql.begin(async (sql) => {
		await sql`select 1`;
		setTimeout(() => clients.at(-1)!.resetAndDestroy(), 50);
		answers.push(await sql`select pg_sleep(5)`.catch((error) => error.code));
		answers.push(await sql`select 1`.catch((error) => error.code));
	});
	await expect(lost).rejects.toThrow();
	await expect.poll(() => answers).toEqual(['ECONNRESET', 'CONNECTION_CLOSED']);
	await expect.poll(() => pool.sql`select 1 as n`.catch(() => [])).toEqual([{ n: 1 }]);
});
