import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { DraftVote } from '#lib/domain/votes/votes.schema.ts';
import { verifyRecord } from '#lib/domain/votes/verify-record.ts';
import type { Database } from '#lib/server/db/client.ts';
import { COMMUNITY, expectNoSidewaysScroll, inDays, signIn } from '../support/browser.ts';
import { plantVote, portalDatabase } from '../support/portal-votes.ts';

const VOTES = `${COMMUNITY}/votes`;
const DAY = 86_400_000;

let database: Database;
test.beforeAll(async () => {
	database = await portalDatabase();
});
test.afterAll(() => database.close());

async function openVote(changes: Partial<DraftVote>): Promise<string> {
	const id = await plantVote(database, 'juwei', { closesAt: new Date(Date.now() + 2 * DAY), ...changes });
	await inState(id, 'open');
	return id;
}

const inState = (id: string, state: string) =>
	expect
		.poll(async () => (await database.sql`select state from vote where id = ${id}`)[0]!.state, { intervals: [100] })
		.toBe(state);

/** Brings the end of casting here; the portal's own sweep does the rest. */
async function end(id: string): Promise<void> {
	await database.sql`update vote set extended_to = app_now() where id = ${id}`;
	await database.sql`update clock set due_at = app_now() where subject_id = ${id} and kind = 'end'`;
	await inState(id, 'published');
}

/** Nothing stands against the page, nor does it scroll sideways, in either display. */
async function expectForEverybody(page: Page, name: string): Promise<void> {
	for (const value of ['elder', 'standard']) {
		await page.context().addCookies([{ name: 'display', value, url: page.url() }]);
		await page.goto(page.url());
		await expectNoSidewaysScroll(page);
		if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${value}.png`, fullPage: true });
		// axe is a script itself
		if (!(await page.evaluate(() => true).catch(() => false)) || test.info().project.name.includes('without')) continue;
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map((v) => `${page.url()} ${value}: ${v.id} ${v.nodes[0]?.target}`)).toEqual([]);
	}
}

const cast = (page: Page) => page.getByRole('button', { name: '确认投票' }).click();
const received = (page: Page) => expect(page.getByText('这一票收到了，会计入结果。')).toBeVisible();

test('a resident chooses one of several options', { tag: ['@phone', '@no-js'] }, async ({ page, context, baseURL }) => {
	const id = await openVote({
		...{ preset: 'consultation', method: 'single', secrecy: 'sealed' },
		...{
			title: '空地怎么用',
			question: '3号楼前的空地怎么用？',
			options: ['种花种树', '增加停车位', '晾衣和健身的场地']
		}
	});
	await signIn(context, 'resident1', baseURL!);
	await page.goto(`${VOTES}/${id}`);
	await expectForEverybody(page, `single-${test.info().project.name}`);
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	await cast(page);
	await expect(page.getByText('请先选一个意见，再确认。')).toBeVisible();
	await page.getByText('增加停车位', { exact: true }).click();
	await cast(page);
	await received(page);
	await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
	await end(id);
	await page.goto(`${VOTES}/${id}`);
	await expect(page.getByText('选得最多的是“增加停车位”。这次只征求意见，不作决定。')).toBeVisible();
	await expectForEverybody(page, `single-result-${test.info().project.name}`);
	const file = await page.request.get(`${VOTES}/${id}/record.json`);
	expect((await verifyRecord(await file.text())).holds).toBe(true);
});

test(
	'people are proposed for seats, and who is equal is voted on again',
	{ tag: ['@phone', '@no-js'] },
	async ({ page, context, baseURL }) => {
		test.slow();
		const id = await openVote({
			...{ preset: 'consultation', method: 'seats', most: 2, secrecy: 'open' },
			...{
				title: '推荐议事代表',
				question: '推荐两位去街道议事会的代表',
				options: ['张桂兰', '李建国', '王秀英', '赵明']
			}
		});
		await signIn(context, 'resident1', baseURL!);
		await page.goto(`${VOTES}/${id}`);
		await expect(page.getByText('推荐 2 个，最多选 2 个，也可以弃权。')).toBeVisible();
		await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
		for (const name of ['张桂兰', '李建国', '王秀英']) await page.getByRole('checkbox', { name }).check();
		await cast(page);
		await expect(page.getByText('最多选 2 项，请去掉几项再确认。')).toBeVisible();
		// what was ticked is still there
		await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3);
		await page.getByRole('checkbox', { name: '王秀英' }).uncheck();
		await cast(page);
		await received(page);
		await signIn(context, 'resident3', baseURL!);
		await page.goto(`${VOTES}/${id}`);
		await expectForEverybody(page, `seats-${test.info().project.name}`);
		for (const name of ['张桂兰', '王秀英']) await page.getByRole('checkbox', { name }).check();
		await cast(page);
		await received(page);
		await end(id);
		await page.goto(`${VOTES}/${id}`);
		await expect(
			page.getByText('“张桂兰”定为推荐人选。“李建国”、“王秀英”一样多，分不出先后，还要再投一次。')
		).toBeVisible();
		await expectForEverybody(page, `seats-result-${test.info().project.name}`);
		await expect(page.getByRole('button', { name: '起草重选' })).toHaveCount(0);

		await signIn(context, 'juwei', baseURL!);
		await page.goto(`${VOTES}/${id}`);
		await page.getByRole('button', { name: '起草重选' }).click();
		await expect(page.getByText('重选的草稿存好了。请改好时间，再公告。')).toBeVisible();
		await expect(page.getByLabel(/^选项/)).toHaveValue('李建国\n王秀英');
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByRole('heading', { level: 1, name: '推荐议事代表（重选）' })).toBeVisible();
		await page.getByRole('link', { name: '推荐议事代表', exact: true }).click();
		await expect(page.getByRole('link', { name: '重选这次表决' })).toBeVisible();
	}
);

test(
	'a convener drafts a vote among options, and is told beside the field what does not go',
	{ tag: ['@phone', '@no-js'] },
	async ({ page, context, baseURL }) => {
		await signIn(context, 'juwei', baseURL!);
		await page.goto(`${VOTES}/new`);
		const title = `活动室开放时间 ${Date.now() % 100_000}`;
		await page.getByLabel('标题').fill(title);
		await page.getByLabel('要回答的问题').fill('活动室增开哪几个时段？');
		await page.getByText('居民会议（2025年修订）', { exact: false }).first().click();
		await page.getByRole('radio', { name: '推荐几个人选' }).check();
		await page.getByRole('radio', { name: '记名', exact: false }).first().check();
		await page.getByLabel('由谁来投').selectOption({ index: 1 });
		await page.getByLabel('开始投票').fill(inDays(3));
		await page.getByLabel('截止', { exact: true }).fill(inDays(10));
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByText('请至少写两个选项，每行一个。')).toBeVisible();
		await page.getByLabel(/^选项/).fill('上午\n下午\n晚上\n');
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByText(/推荐人选只能用“征求意见”/)).toBeVisible();
		await expect(page.getByLabel(/^选项/)).toHaveValue(/上午/);
		await expectFormForEverybody(page);
		await page.getByRole('radio', { name: '可以选几个' }).check();
		await page.getByLabel(/^最多选几个/).fill('2');
		await page.getByRole('button', { name: '存为草稿' }).click();
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
		await expect(page.getByText('最多选 2 项，也可以弃权。')).toBeVisible();
		await page.getByRole('button', { name: '公告表决' }).click();
		await expect(page.getByText('已公告。到时间会自动开始')).toBeVisible();
		await page.getByRole('link', { name: '打印公告（带二维码）' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: '晚上' })).toBeVisible();
	}
);

async function expectFormForEverybody(page: Page): Promise<void> {
	await expectNoSidewaysScroll(page);
	if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/form.png`, fullPage: true });
	if (test.info().project.name.includes('without')) return;
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map((v) => `${v.id} ${v.nodes[0]?.target}`)).toEqual([]);
}
