import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import type { Database } from '#lib/server/db/client.ts';
import { openPersonSecrets } from '#lib/server/identity/index.ts';
import { COMMUNITY, expectNoSidewaysScroll, inDays, openAs, signIn } from '../support/browser.ts';
import { plantVote, portalDatabase } from '../support/portal-votes.ts';

const VOTES = `${COMMUNITY}/votes`;
const DAY = 86_400_000;
const inTwoDays = () => new Date(Date.now() + 2 * DAY);

let database: Database;
test.beforeAll(async () => {
	database = await portalDatabase();
});
test.afterAll(() => database.close());

/** The portal's own sweep opens it. */
async function openVote(
	login: string,
	closesAt = inTwoDays(),
	changes: Partial<Parameters<typeof plantVote>[2]> = {}
): Promise<string> {
	const id = await plantVote(database, login, { closesAt, ...changes });
	await expect
		.poll(async () => (await database.sql`select state from vote where id = ${id}`)[0]!.state, { intervals: [100] })
		.toBe('open');
	return id;
}

for (const [who, login, convener] of [
	['a resident', 'resident1', 'juwei'],
	['an owner', 'owner1', 'yeweihui']
] as const) {
	test(
		`${who} votes on a phone, and changes the vote`,
		{ tag: ['@phone', '@no-js'] },
		async ({ page, context, baseURL }) => {
			const id = await openVote(convener);
			await signIn(context, login, baseURL!);
			await page.goto('/');
			await page
				.getByRole('link', { name: /去投票/ })
				.first()
				.waitFor();
			await page.goto(`${VOTES}/${id}`);
			await expectNoSidewaysScroll(page);
			await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

			await page.getByRole('button', { name: '确认投票' }).click();
			await expect(page.getByText('请先选一个意见，再确认。')).toBeVisible();
			await page.getByText('同意', { exact: true }).click();
			await page.getByRole('button', { name: '确认投票' }).click();
			await expect(page.getByText('这一票收到了，会计入结果。')).toBeVisible();
			await expect(page.getByText('已投', { exact: true })).toBeVisible();
			await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

			await page.getByText('不同意', { exact: true }).click();
			await page.getByRole('button', { name: '改投' }).click();
			await expect(page.getByText('这一票收到了，会计入结果。')).toBeVisible();
			const kept = await database.sql`
			select choice->>0 as choice, replaced_at is null as stands from ballot where vote_id = ${id} order by cast_at`;
			expect(kept.map((b) => [b.choice, b.stands])).toEqual([
				['for', false],
				['against', true]
			]);
		}
	);
}

test(
	'an owner lets a neighbour vote, and votes after all',
	{ tag: ['@phone', '@no-js'] },
	async ({ page, context, browser, baseURL }) => {
		const id = await openVote('yeweihui', inTwoDays(), { proxyCap: 2 });
		const [neighbour] = await database.sql`
			select p.id, p.name from credential c join person p on p.id = c.person_id where login = 'resident1'`;
		const { phone } = await openPersonSecrets(database.db, neighbour!.id);
		await signIn(context, 'owner1', baseURL!);
		await page.goto(`${VOTES}/${id}`);
		await page
			.getByText(/委托别人投/)
			.first()
			.click();
		await page.getByLabel('受托人姓名').first().fill('王不在');
		await page.getByLabel('受托人手机号').first().fill(phone!);
		await page.getByRole('button', { name: '确认委托' }).first().click();
		await expect(page.getByText('没有找到姓名和手机号都对得上的成年用户')).toBeVisible();
		await expect(page.getByLabel('受托人手机号').first()).toHaveValue(phone!);
		await expectNoSidewaysScroll(page);
		await page.getByLabel('受托人姓名').first().fill(neighbour!.name);
		await page.getByRole('button', { name: '确认委托' }).first().click();
		await expect(page.getByText('委托已经生效')).toBeVisible();
		await expect(page.getByText(`已委托${neighbour!.name}`)).toBeVisible();

		const agent = await openAs(browser, 'resident1', { baseURL: baseURL! });
		await agent.goto('/');
		await expect(agent.locator(`a[href$="${id}"]`).first()).toBeVisible();
		await agent.goto(`${VOTES}/${id}`);
		const ballot = agent.locator('[id^="ballot-"]').filter({ hasText: /代.+投：/ });
		await ballot.getByText('同意', { exact: true }).click();
		await ballot.getByRole('button', { name: '确认投票' }).click();
		await expect(agent.getByText('这一票收到了，会计入结果。')).toBeVisible();
		await agent.context().close();

		await page.reload();
		await expect(page.getByText('受托人已投票')).toBeVisible();
		await page.getByText('不同意', { exact: true }).first().click();
		await page.getByRole('button', { name: '确认投票' }).first().click();
		await expect(page.getByText('这一票收到了，会计入结果。')).toBeVisible();
		await expect(page.getByText(`已委托${neighbour!.name}`)).toHaveCount(0);
	}
);

test('what is missing comes down live on everybody’s page, for less than 60 kB of script', async ({
	browser,
	baseURL
}) => {
	const id = await openVote('juwei');
	const visitor = await openAs(browser, null, { baseURL: baseURL! });
	let script = 0;
	visitor.on('response', async (response) => {
		if (response.request().resourceType() === 'script') script += gzipSync(await response.body()).length;
	});
	await visitor.goto(`${VOTES}/${id}`);
	await expect(visitor.getByText('户数：0 / 1,200，还差 601 户过半')).toBeVisible();
	await expect(visitor.getByRole('link', { name: '登录后投票' })).toBeVisible();
	await expect(visitor.getByRole('radio')).toHaveCount(0);

	const resident = await openAs(browser, 'resident1', { baseURL: baseURL! });
	await resident.goto(`${VOTES}/${id}`);
	await resident.getByText('同意', { exact: true }).click();
	await resident.getByRole('button', { name: '确认投票' }).click();
	await expect(resident.getByText('这一票收到了')).toBeVisible();
	await expect(visitor.getByText('户数：1 / 1,200，还差 600 户过半')).toBeVisible();
	expect(script).toBeGreaterThan(0);
	expect(script).toBeLessThanOrEqual(60_000);
});

test('it ends by itself, says why, and anybody can recompute it', async ({ browser, baseURL }) => {
	test.slow();
	const id = await openVote('yeweihui', new Date(Date.now() + 40_000));
	const owner = await openAs(browser, 'owner1', { baseURL: baseURL! });
	const visitor = await openAs(browser, null, { baseURL: baseURL! });
	await owner.goto(`${VOTES}/${id}`);
	await owner.getByText('同意', { exact: true }).first().click();
	await owner.getByRole('button', { name: '确认投票' }).first().click();
	await expect(owner.getByText('这一票收到了')).toBeVisible();
	await visitor.goto(`${VOTES}/${id}`);
	await expect(visitor.getByRole('heading', { name: '参与还差多少' })).toBeVisible();
	await expect(visitor.getByText(/参与的不够，没有形成决定。/)).toBeVisible({ timeout: 90_000 });
	await expect(visitor.getByText('参与不足', { exact: true })).toBeVisible();

	const file = await visitor.request.get(`${VOTES}/${id}/record.json`);
	const text = await file.text();
	expect((await verifyRecord(text)).holds).toBe(true);
	const key = (JSON.parse(text) as { signature: { publicKey: string } }).signature.publicKey;
	await expect(visitor.getByText(key)).toBeVisible();
	expect((await visitor.request.get(`${VOTES}/${id}/full-record.json`)).status()).toBe(403);
	const full = await owner.request.get(`${VOTES}/${id}/full-record.json`);
	expect((await verifyRecord(await full.text(), key)).holds).toBe(true);

	await visitor.getByRole('link', { name: '在这台设备上验算' }).click();
	await expect(visitor.getByText('每一项都相符。')).toBeVisible();

	// from a file, with the network cut
	await owner.goto('/verify');
	const choose = (name: string, content: string) =>
		owner.getByLabel('记录文件').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
	await expect(owner.getByLabel('记录文件')).toBeVisible();
	await owner.context().setOffline(true);
	await owner.getByRole('button', { name: '开始核对' }).click();
	await expect(owner.getByText('请先选一个记录文件。')).toBeVisible();
	await choose('record.json', text);
	await owner.getByRole('button', { name: '开始核对' }).click();
	await expect(owner.getByText('每一项都相符。')).toBeVisible();
	await choose('forged.json', text.replace('"no-quorum"', '"passed"'));
	await owner.getByRole('button', { name: '开始核对' }).click();
	await expect(owner.getByText('每一项都相符。')).toBeHidden();
	await owner.context().setOffline(false);
});

test(
	'a convener drafts, corrects, announces and prints a vote',
	{ tag: ['@desktop', '@no-js'] },
	async ({ page, context, baseURL }) => {
		await signIn(context, 'yeweihui', baseURL!);
		await page.goto(VOTES);
		await page.getByRole('link', { name: '发起表决' }).click();
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByText('请写一个标题。')).toBeVisible();
		await expect(page.getByText('请选择按哪条规则表决。')).toBeVisible();
		await expect(page.getByText('请选择怎么保密。')).toBeVisible();

		const title = `更换门禁 ${Date.now() % 100_000}`;
		await page.getByLabel('标题').fill(title);
		await page.getByLabel('要回答的问题').fill('更换全部单元门禁，您同意吗？');
		await page.getByText('业主共同决定（重大事项）').click();
		await page.getByText('记名，截止前封存').click();
		await page.getByLabel('由谁来投').selectOption({ index: 1 });
		await page.getByLabel('开始投票').fill(inDays(5));
		await page.getByLabel('截止', { exact: true }).fill(inDays(3));
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByText('截止时间要晚于开始时间。')).toBeVisible();
		await expect(page.getByLabel('标题')).toHaveValue(title);
		await page.getByLabel('截止', { exact: true }).fill(inDays(12));
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

		await page.getByRole('link', { name: '修改草稿' }).click();
		await page.getByLabel('背景说明').fill('旧门禁已用十年。');
		await page.getByRole('button', { name: '存为草稿' }).click();
		await page.getByRole('button', { name: '公告表决' }).click();
		await expect(page.getByText('已公告。到时间会自动开始')).toBeVisible();
		await expect(page.getByText('议题指纹')).toBeVisible();
		await page.getByRole('link', { name: '打印公告（带二维码）' }).click();
		await expect(page.getByRole('img', { name: '手机扫码投票，看参与情况和结果' })).toBeVisible();
	}
);

test('no page of a vote fails axe, in either display', async ({ page, context, baseURL }) => {
	test.slow();
	const id = await openVote('yeweihui');
	await signIn(context, 'owner2', baseURL!);
	for (const display of ['standard', 'elder']) {
		await context.addCookies([{ name: 'display', value: display, url: baseURL! }]);
		for (const path of [VOTES, `${VOTES}/${id}`, `${VOTES}/${id}/notice`]) {
			await page.goto(path);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(violations.map((v) => `${path} ${display}: ${v.id} ${v.nodes[0]?.target}`)).toEqual([]);
		}
	}
});
