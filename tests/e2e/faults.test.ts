import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import postgres from 'postgres';
import { expectNoSidewaysScroll, openAs, PHONE } from '../support/browser.ts';
import { emptyPortal, type EmptyPortal } from '../support/empty-portal.ts';

let portal: EmptyPortal;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	portal = await emptyPortal('faults');
});
test.afterAll(() => portal.stop());

/** Speaks to the server itself, beside the portal's database. */
async function asOperator(...statements: string[]): Promise<void> {
	const address = new URL(portal.databaseUrl);
	address.pathname = '/postgres';
	const sql = postgres(address.href, { max: 1, onnotice: () => {} });
	for (const statement of statements) await sql.unsafe(statement);
	await sql.end();
}

async function inPortal(statement: string): Promise<void> {
	const sql = postgres(portal.databaseUrl, { max: 1, onnotice: () => {} });
	await sql.unsafe(statement);
	await sql.end();
}

for (const javaScriptEnabled of [true, false]) {
	test(`a page that fails says so, names the case for whoever looks into it, and tells nothing else (scripts ${javaScriptEnabled ? 'on' : 'off'})`, async ({
		browser
	}) => {
		const page = await openAs(browser, null, { baseURL: portal.origin, ...PHONE, javaScriptEnabled });
		await inPortal('alter table audit_head rename to audit_head_away');
		try {
			const answer = await page.goto('/audit');
			expect(answer?.status()).toBe(500);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('我们这边出了问题');
			await expect(page.getByText(answer!.headers()['x-request-id']!)).toBeVisible();
			expect(await answer!.text()).not.toMatch(/audit_head|relation|select |\.ts:|\bat /);
			await expectNoSidewaysScroll(page);
			if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		} finally {
			await inPortal('alter table audit_head_away rename to audit_head');
		}
		await page.getByRole('link', { name: '再试一次' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('审计校验码');
		await page.context().close();
	});
}

test('without its database the portal says that it cannot be opened, is not ready, and comes back by itself', async ({
	browser,
	request
}) => {
	const page = await openAs(browser, null, { baseURL: portal.origin, ...PHONE });
	const name = new URL(portal.databaseUrl).pathname.slice(1);
	await asOperator(
		`alter database ${name} allow_connections false`,
		`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`
	);
	try {
		const answer = await page.goto('/');
		expect(answer?.status()).toBe(500);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('共建暂时打不开');
		await expectNoSidewaysScroll(page);
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		expect((await request.get(`${portal.origin}/healthz`)).status()).toBe(200);
		const ready = await request.get(`${portal.origin}/readyz`);
		expect(ready.status()).toBe(503);
		expect(await ready.json()).toMatchObject({ ready: false, database: 'unreachable' });
	} finally {
		await asOperator(`alter database ${name} allow_connections true`);
	}
	await expect.poll(async () => (await request.get(`${portal.origin}/readyz`)).status()).toBe(200);
	await page.getByRole('link', { name: '再试一次' }).click();
	await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible();
	await page.context().close();
});
