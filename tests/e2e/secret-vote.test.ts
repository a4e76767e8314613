import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import type { Database } from '#lib/server/db/client.ts';
import { COMMUNITY, expectNoSidewaysScroll, openAs, signIn } from '../support/browser.ts';
import { plantVote, portalDatabase } from '../support/portal-votes.ts';

const VOTES = `${COMMUNITY}/votes`;

let database: Database;
test.beforeAll(async () => {
	database = await portalDatabase();
});
test.afterAll(() => database.close());

async function openSecretVote(seconds: number): Promise<string> {
	const id = await plantVote(database, 'juwei', {
		secrecy: 'secret',
		closesAt: new Date(Date.now() + seconds * 1000),
		title: '评一评小区保洁'
	});
	await expect
		.poll(async () => (await database.sql`select state from vote where id = ${id}`)[0]!.state, { intervals: [100] })
		.toBe('open');
	return id;
}

test(
	'a resident draws a ballot, casts it without a name, and gets it back on another phone by the recovery code',
	{ tag: '@phone' },
	async ({ page, context, baseURL, browser }) => {
		test.slow();
		const id = await openSecretVote(86_400);
		await signIn(context, 'resident1', baseURL!);
		let script = 0;
		page.on('response', async (response) => {
			if (response.request().resourceType() === 'script') script += gzipSync(await response.body()).length;
		});
		await page.goto(`${VOTES}/${id}`);
		await page.getByRole('link', { name: '领票' }).click();
		await page.getByRole('button', { name: '领票' }).click();
		const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).innerText();
		await page.getByRole('button', { name: '抄好了，领票' }).click();
		await page.getByRole('button', { name: '确认投票' }).click();
		await expect(page.getByText('请先选一个意见，再确认。')).toBeVisible();
		await page.getByText('同意', { exact: true }).click();

		const cast = page.waitForRequest('**/ballots');
		await page.getByRole('button', { name: '确认投票' }).click();
		expect(await (await cast).headerValue('cookie')).toBeNull();
		await expect(page.getByText('这张票收到了')).toBeVisible();
		await expect(page.getByRole('heading', { name: '您的凭据' })).toBeVisible();
		expect(script).toBeLessThanOrEqual(100_000);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map((v) => `${v.id} ${v.nodes[0]?.target}`)).toEqual([]);
		await expectNoSidewaysScroll(page);

		const other = await openAs(browser, 'resident1', { baseURL: baseURL! });
		await other.goto(`${VOTES}/${id}/ballot`);
		await other.getByLabel('恢复码').fill('0000-0000-0000-0000');
		await other.getByRole('button', { name: '找回我的票' }).click();
		await expect(other.getByText('恢复码不对')).toBeVisible();
		await other.getByLabel('恢复码').fill(code.toLowerCase());
		await other.getByRole('button', { name: '找回我的票' }).click();
		await other.getByText('不同意', { exact: true }).click();
		await other.getByRole('button', { name: '确认投票' }).click();
		await expect(other.getByText('这张票收到了')).toBeVisible();
		const kept = await database.sql`select revision, choice from secret_ballot where vote_id = ${id} order by revision`;
		expect(kept.map((b) => [b.revision, b.choice])).toEqual([
			[1, 'for'],
			[2, 'against']
		]);
		const drawn = await database.sql`select channel from secret_draw where vote_id = ${id}`;
		expect(drawn.map((d) => d.channel)).toEqual(['online']);
	}
);

test('an answer that gets lost costs neither the right to vote nor a second ballot', async ({
	page,
	context,
	baseURL
}) => {
	const id = await openSecretVote(86_400);
	await signIn(context, 'resident1', baseURL!);
	await page.goto(`${VOTES}/${id}/ballot`);
	/** The portal does what was asked, and its answer never arrives. */
	const loseOneAnswer = (address: string) =>
		page.route(address, async (route) => void (await route.fetch(), await route.abort()), { times: 1 });

	await loseOneAnswer('**/ballot/draw');
	await page.getByRole('button', { name: '领票' }).click();
	await page.getByRole('button', { name: '抄好了，领票' }).click();
	await expect(page.getByText('连不上网')).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: '再试一次' }).click();
	await page.getByText('同意', { exact: true }).click();
	await loseOneAnswer('**/ballots');
	await page.getByRole('button', { name: '确认投票' }).click();
	await expect(page.getByText('连不上网')).toBeVisible();
	await page.getByRole('button', { name: '确认投票' }).click();
	await expect(page.getByText('这张票收到了')).toBeVisible();
	const kept = await database.sql`select revision, choice from secret_ballot where vote_id = ${id}`;
	expect(kept.map((b) => [b.revision, b.choice])).toEqual([[1, 'for']]);
});

test(
	'without JavaScript the page says where paper is to be had',
	{ tag: '@no-js' },
	async ({ page, context, baseURL }) => {
		const id = await openSecretVote(86_400);
		await signIn(context, 'resident1', baseURL!);
		await page.goto(`${VOTES}/${id}`);
		await page.getByRole('link', { name: '领票' }).click();
		await expect(page.getByText(/请到.*居委会的窗口领纸质票/)).toBeVisible();
	}
);

test('paper at the desk, counted by two, signed off, published, and the receipt is found', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(240_000);
	const id = await openSecretVote(75);
	const as = (login: string | null) => openAs(browser, login, { baseURL: baseURL! });
	const [resident, committee, clerk, supervisor] = await Promise.all(
		['resident1', 'juwei', 'fuwuzhan-chuangkou', 'jiandu'].map(as)
	);
	await resident!.goto(`${VOTES}/${id}/ballot`);
	await resident!.getByRole('button', { name: '领票' }).click();
	await resident!.getByRole('button', { name: '抄好了，领票' }).click();
	await resident!.getByText('同意', { exact: true }).click();
	await resident!.getByRole('button', { name: '确认投票' }).click();
	await expect(resident!.getByText('这张票收到了')).toBeVisible();

	await committee!.goto(`${VOTES}/${id}`);
	await committee!.getByRole('link', { name: '窗口领票登记' }).click();
	await committee!.getByLabel('找住户').fill('5号楼 501');
	await committee!.getByRole('button', { name: '搜索' }).click();
	await committee!
		.getByRole('button', { name: /已签字，发纸质票/ })
		.first()
		.click();
	await expect(committee!.getByText('登记好了，请把纸质票交给住户。')).toBeVisible();

	await supervisor!.goto(`${VOTES}/${id}`);
	await expect(supervisor!.getByRole('heading', { name: '正在核对' })).toBeVisible({ timeout: 120_000 });
	await expect(supervisor!.getByText('网上 1 张，纸质 1 张')).toBeVisible();
	await expect(supervisor!.getByText('还要 2 个人各自点一遍')).toBeVisible();

	for (const [page, agreeing] of [
		[committee!, '0'],
		[clerk!, '1'],
		[committee!, '1']
	] as const) {
		await page.goto(`${VOTES}/${id}/register`);
		await page.getByLabel('同意', { exact: true }).fill(agreeing);
		await page.getByLabel('不同意').fill('0');
		await page.getByLabel('弃权').fill('0');
		await page.getByLabel('废票').fill('0');
		await page.getByRole('button', { name: '提交我点的数' }).click();
		await expect(page.getByText('您点的数记下了。').first()).toBeVisible();
	}
	for (const page of [supervisor!, committee!]) {
		await page.goto(`${VOTES}/${id}`);
		await page.getByRole('button', { name: '核对无误，签名' }).click();
		await expect(page.getByText('签名收到了。')).toBeVisible();
	}
	await expect(committee!.getByText('所以只公布结论')).toBeVisible();

	const visitor = await as(null);
	const file = await visitor.request.get(`${VOTES}/${id}/record.json`);
	expect((await verifyRecord(await file.text())).holds).toBe(true);
	await visitor.goto(`${VOTES}/${id}/verify`);
	await expect(visitor.getByText('每一项都相符。')).toBeVisible();
	await resident!.goto(`${VOTES}/${id}`);
	await resident!.getByRole('link', { name: '查查我的票在不在' }).click();
	await expect(resident!.getByText('在：您的票在公布的选票里')).toBeVisible();
});
